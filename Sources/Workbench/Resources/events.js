// Shows what other windows and long runs change.
export function follow() {
  const body = document.body;
  if (!("revision" in body.dataset)) return;
  const seen = Number(body.dataset.revision);
  const busy = document.getElementById("busy");
  const changed = document.getElementById("changed");
  const offline = document.getElementById("offline");
  const source = new EventSource("/events");
  source.addEventListener("open", () => { offline.hidden = true; });
  source.addEventListener("error", () => { offline.hidden = false; });
  // A page that sends a form goes by itself; to load it again would take the form back.
  let leaves = false;
  window.addEventListener("submit", () => { leaves = true; });
  window.addEventListener("pageshow", () => { leaves = false; });
  // Nor is what somebody has typed.
  const isTyped = () => [...document.querySelectorAll("main input[type=text], main input[type=search]")]
    .some((field) => field.value !== field.defaultValue);
  const renew = () => {
    if (isTyped()) changed.hidden = false;
    else location.reload();
  };
  const waits = document.querySelector("[data-waits]") !== null;
  source.addEventListener("state", (event) => {
    offline.hidden = true;
    if (leaves) return;
    const state = JSON.parse(event.data);
    if (waits && state.studied > Number(body.dataset.studied)) renew();
    for (const place of document.querySelectorAll("[data-study]")) {
      place.textContent = state.study ?? "";
    }
    busy.hidden = !state.job;
    if (state.job) document.getElementById("stage").textContent = state.job;
    if (state.job || state.revision === seen) return;
    // A page that was waiting shows the answer at once; one that is being read is not pulled away.
    if ("busy" in body.dataset) renew();
    else changed.hidden = false;
  });
  window.addEventListener("pagehide", () => source.close());
}

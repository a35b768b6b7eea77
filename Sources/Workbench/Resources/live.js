import { newest } from "./newest.js";

// Lets a result follow the sliders of a form while they move; without it the form has a button.
export function live() {
  for (const form of document.querySelectorAll("form[data-live]")) {
    const target = document.getElementById(form.dataset.live);
    let proof;
    const query = () => {
      const fields = new URLSearchParams();
      for (const field of form.elements) {
        if (!field.name || field.name === "name" || field.name === "key") continue;
        if (field.value !== field.dataset.base) fields.set(field.name, field.value);
      }
      return fields.toString();
    };
    const put = async (settings, more, signal) => {
      const answer = await fetch(`/what-if/variant?${settings}${more}`, { signal });
      if (answer.ok) target.innerHTML = await answer.text();
      return answer.ok;
    };
    // What is found at once is shown at once; whether there is better is asked until the form moves on.
    const prove = async (settings, signal) => {
      try {
        await put(settings, "", signal);
      } catch {
        // The form has moved on, or the page is being left.
      }
    };
    const show = newest(async () => {
      proof?.abort();
      const settings = query();
      target.classList.add("pending");
      try {
        if (!(await put(settings, "&quick=1"))) return;
        history.replaceState(null, "", settings ? `/what-if?${settings}` : "/what-if");
      } finally {
        target.classList.remove("pending");
      }
      if (!target.querySelector("[data-proving]")) return;
      proof = new AbortController();
      prove(settings, proof.signal);
    });
    form.addEventListener("input", (event) => {
      const field = event.target;
      const output = field.parentElement.querySelector("output");
      if (output) output.textContent = field.value;
      field.parentElement.classList.toggle("changed", field.value !== field.dataset.base);
      if (field.name !== "name") show();
    });
  }
}

import { newest } from "./newest.js";

// Sets further rows of long lists in where they are scrolled to, and finds rows while one types;
// without it there are links to the pages of a list, and a button that finds.

const load = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
};

export function lists() {
  for (const list of document.querySelectorAll(".long")) grow(list);
  for (const form of document.querySelectorAll("form[data-found]")) follow(form);
}

// A list of all rows: those that are not there yet leave their room free.
function grow(list) {
  const [total, first, size] = ["total", "first", "size"].map((name) => Number(list.dataset[name]));
  const given = list.querySelector(".leaf");
  if (!given || total <= size) return;
  list.querySelector(".pager").hidden = true;
  list.classList.add("grown");
  const rows = given.querySelectorAll(".row").length;
  const height = Math.max(1, given.getBoundingClientRect().height / rows);
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        clearTimeout(target.wait);
        // Who scrolls past does not ask.
        if (isIntersecting) target.wait = setTimeout(fill, 60, target, list.id, watch);
      }
    },
    { rootMargin: "1200px 0px" },
  );
  const hold = (leaf, count) => {
    leaf.style.containIntrinsicBlockSize = `auto ${Math.round(count * height)}px`;
  };
  hold(given, rows);
  for (let from = 0; from < total; from += size) {
    if (from === first) continue;
    const address = new URL(location);
    address.searchParams.set(`${list.id}From`, from);
    const to = Math.min(total, from + size);
    const link = document.createElement("a");
    link.href = address.href;
    link.textContent = list.dataset.place.replace("{from}", from + 1).replace("{to}", to);
    const leaf = document.createElement("div");
    leaf.className = "leaf free";
    leaf.append(link);
    hold(leaf, to - from);
    leaf.style.height = `${Math.round((to - from) * height)}px`;
    if (from < first) given.before(leaf);
    else list.append(leaf);
    watch.observe(leaf);
  }
  if (first > 0) (document.querySelector(":target") ?? given).scrollIntoView();
}

async function fill(leaf, id, watch) {
  watch.unobserve(leaf);
  let page;
  try {
    page = await load(leaf.querySelector("a").href);
  } catch {
    return;
  }
  const found = page.getElementById(id)?.querySelector(".leaf");
  if (!found || !leaf.isConnected) return;
  found.style.containIntrinsicBlockSize = leaf.style.containIntrinsicBlockSize;
  const isHeld = leaf.contains(document.activeElement);
  leaf.replaceWith(found);
  if (isHeld) {
    const next = found.querySelector("a, button") ?? found.querySelector("ol");
    if (next.tagName === "OL") next.tabIndex = -1;
    next.focus({ preventScroll: true });
  }
}

// What a form finds, while it is being filled in.
function follow(form) {
  const show = newest(async () => {
    const address = new URL(form.action);
    for (const [name, value] of new FormData(form)) {
      if (value) address.searchParams.append(name, value);
    }
    let page;
    try {
      page = await load(address);
    } catch {
      return;
    }
    const found = document.getElementById("found");
    found.replaceChildren(...page.getElementById("found").childNodes);
    document.getElementById("shown").textContent = page.getElementById("shown").textContent;
    history.replaceState(null, "", address);
    for (const list of found.querySelectorAll(".long")) grow(list);
  });
  form.addEventListener("input", show);
}

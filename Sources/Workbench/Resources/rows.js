// Filters the rows of a list while the search is typed; without it the form asks the server.
export function filterRows() {
  for (const field of document.querySelectorAll("[data-filter]")) {
    const list = document.getElementById(field.dataset.filter);
    if (!list) continue;
    const rows = Array.from(list.children, (row) => [row, row.dataset.text ?? ""]);
    const count = document.querySelector(`[data-count="${field.dataset.filter}"]`);
    const whole = count?.textContent;
    let turn = 0;
    const filter = () => {
      const words = field.value.toLowerCase().replaceAll("ё", "е").split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const [row, text] of rows) {
        row.hidden = !words.every((word) => text.includes(word));
        if (!row.hidden) shown += 1;
      }
      if (count) count.textContent = words.length ? `${shown} / ${rows.length}` : whole;
    };
    field.addEventListener("input", () => {
      cancelAnimationFrame(turn);
      turn = requestAnimationFrame(filter);
    });
  }
}

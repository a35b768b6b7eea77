// Lets a result follow the sliders of a form while they move; without it the form has a button.
export function live() {
  for (const form of document.querySelectorAll("form[data-live]")) {
    const target = document.getElementById(form.dataset.live);
    let asking = false;
    let waiting = false;
    const query = () => {
      const fields = new URLSearchParams();
      for (const field of form.elements) {
        if (!field.name || field.name === "name" || field.name === "key") continue;
        if (field.value !== field.dataset.base) fields.set(field.name, field.value);
      }
      return fields.toString();
    };
    const show = async () => {
      if (asking) {
        waiting = true;
        return;
      }
      asking = true;
      const settings = query();
      target.classList.add("pending");
      try {
        const answer = await fetch(`/what-if/variant?${settings}`);
        if (answer.ok) {
          target.innerHTML = await answer.text();
          history.replaceState(null, "", settings ? `/what-if?${settings}` : "/what-if");
        }
      } finally {
        asking = false;
        target.classList.remove("pending");
        if (waiting) {
          waiting = false;
          show();
        }
      }
    };
    form.addEventListener("input", (event) => {
      const field = event.target;
      const output = field.parentElement.querySelector("output");
      if (output) output.textContent = field.value;
      field.parentElement.classList.toggle("changed", field.value !== field.dataset.base);
      if (field.name !== "name") show();
    });
  }
}

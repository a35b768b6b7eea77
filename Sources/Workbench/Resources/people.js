import { newest } from "./newest.js";

// Offers people by what is typed of their name; without it the server answers a form with them.
export function people() {
  for (const field of document.querySelectorAll("input[data-people]")) {
    const offer = newest(async () => {
      const query = new URLSearchParams({ side: field.dataset.people, q: field.value });
      try {
        const answer = await fetch(`/people?${query}`);
        if (answer.ok) field.list.innerHTML = await answer.text();
      } catch {
        // The page is being left.
      }
    });
    field.addEventListener("input", offer);
  }
}

// What every page of the console shares: the token of the session, short messages, live events.

/** Sends a form's worth of something in the name of this session. */
export async function post(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    body,
    headers: { "X-CSRF-Token": document.body.dataset.csrf, "Accept": "application/json" },
    redirect: "follow",
  });
  return answer;
}

/** A short message that goes away by itself; screen readers say it. */
export function toast(text, kind = "") {
  const box = document.createElement("div");
  box.className = `toast ${kind}`;
  box.textContent = text;
  document.getElementById("toasts").append(box);
  setTimeout(() => box.remove(), 6000);
}

/** Reads what a page brought along for its script. */
export function data(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

// A choice of language or theme is kept as a cookie by the server; the address need not show it.
const here = new URL(location.href);
if (here.searchParams.has("lang") || here.searchParams.has("theme")) {
  here.searchParams.delete("lang");
  here.searchParams.delete("theme");
  history.replaceState(null, "", here);
}

// Where the system is dark and nothing was chosen, the first switch is to light.
for (const link of document.querySelectorAll("[data-theme-switch]")) {
  const chosen = document.documentElement.dataset.theme;
  if (!chosen && matchMedia("(prefers-color-scheme: dark)").matches) {
    link.href = link.href.replace("theme=dark", "theme=light");
  }
}

// Destructive actions are asked about first.
for (const form of document.querySelectorAll("form[data-confirm]")) {
  form.addEventListener("submit", (event) => {
    if (!confirm(form.dataset.confirm)) event.preventDefault();
  });
}

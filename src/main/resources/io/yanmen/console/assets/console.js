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

// A figure opens where it stands: the page about it, in a dialog. Without a script it is a page.
let figures = null;

async function showFigure(href) {
  const answer = await fetch(`${href}${href.includes("?") ? "&" : "?"}part=1`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const figure = page.querySelector("article.figure");
  if (!answer.ok || !figure) {
    location.href = href;
    return;
  }
  if (!figures) {
    figures = document.createElement("dialog");
    figures.className = "figure-dialog";
    figures.setAttribute("aria-labelledby", "figure-title");
    figures.addEventListener("click", (event) => {
      if (event.target === figures || event.target.closest("[data-close]")) figures.close();
    });
    document.body.append(figures);
  }
  figures.replaceChildren(document.adoptNode(figure));
  figure.querySelector("[data-close]").hidden = false;
  if (!figures.open) figures.showModal();
  figure.querySelector("h1").focus();
  figure.querySelector("td.marked")?.scrollIntoView({ block: "nearest", inline: "center" });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-figure]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  showFigure(link.href).catch(() => { location.href = link.href; });
});

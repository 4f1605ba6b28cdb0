// Files are dropped anywhere on the page, sent one by one, and followed until they have an outcome.
import { subscribe } from "./live.js";

const form = document.getElementById("drop");
const input = form.querySelector("input[type=file]");
const words = form.dataset;
const uploads = document.getElementById("uploads");
const results = document.getElementById("results");
const rows = new Map();
const early = new Map();

function fill(pattern, values) {
  return Object.entries(values).reduce((text, [key, value]) => text.replace(key, value), pattern);
}

function number(value) {
  return Number(value).toLocaleString(document.documentElement.lang);
}

function element(tag, className, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** The line of one upload. */
function line(file) {
  const item = element("li", "upload");
  const name = element("bdi", "name", file.name);
  const state = element("span", "state");
  const bar = document.createElement("progress");
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", file.name);
  item.append(name, state, bar);
  uploads.hidden = false;
  uploads.prepend(item);
  const end = (text, kind, href = "") => {
    state.textContent = "";
    state.append(element("span", `pill ${kind}`, text));
    bar.remove();
    if (href) {
      const link = element("a", "", words.details);
      link.href = href;
      item.append(link);
    }
  };
  return {
    say(text) { state.textContent = text; },
    at(share) {
      if (share === null) bar.removeAttribute("value");
      else bar.value = share;
    },
    end,
    note(text) { state.append(" ", text); },
  };
}

function send(path, file, row) {
  const body = new FormData();
  body.append("source", form.elements.source.value);
  body.append("file", file, file.name);
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.setRequestHeader("X-CSRF-Token", document.body.dataset.csrf);
    if (path === "/files") request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) row.at(event.loaded / event.total);
    });
    request.addEventListener("loadend", () => done(request));
    request.send(body);
  });
}

function refused(row, request) {
  const byStatus = { 413: words.tooLarge, 403: words.refused };
  let text = byStatus[request.status] ?? words.failed;
  try {
    text = JSON.parse(request.responseText).error ?? text;
  } catch {
    const page = new DOMParser().parseFromString(request.responseText, "text/html");
    text = page.querySelector(".detail")?.textContent ?? text;
  }
  row.end(text, "bad");
}

async function load(file) {
  const row = line(file);
  row.say(words.uploading);
  const request = await send("/files", file, row);
  if (request.status !== 200) {
    refused(row, request);
    return;
  }
  const place = JSON.parse(request.responseText).places[0];
  row.say(words.waiting);
  row.at(null);
  rows.set(place, row);
  if (early.has(place)) follow(early.get(place));
}

async function attempt(file) {
  const row = line(file);
  row.say(words.trying);
  const request = await send("/try?part=1", file, row);
  const page = new DOMParser().parseFromString(request.responseText, "text/html");
  const trial = page.querySelector("article.trial");
  if (!trial) {
    refused(row, request);
    return;
  }
  row.end(words.tried, "good");
  results.prepend(document.adoptNode(trial));
}

function follow(event) {
  const row = rows.get(event.place);
  if (!row) {
    early.set(event.place, event);
    if (early.size > 200) early.delete(early.keys().next().value);
    return;
  }
  if (event.state === "started") row.say(words.started);
  if (event.state === "progress") row.say(fill(words.progress, { "%n": number(event.figures) }));
  if (event.state === "troubled") row.say(words.troubled);
  if (event.state === "finished") {
    rows.delete(event.place);
    early.delete(event.place);
    row.end(words[event.status] ?? event.status, event.status, `/loads/${event.id}`);
    if (event.status.endsWith("loaded")) {
      row.note(fill(words.outcome, {
        "%a": number(event.new), "%b": number(event.changed), "%c": number(event.unchanged), "%d": number(event.rejected),
      }));
    }
  }
}

async function each(files, work) {
  for (const file of files) await work(file);
  input.value = "";
}

form.addEventListener("submit", (event) => {
  const what = event.submitter?.value;
  if (what === "csv") return;
  event.preventDefault();
  const files = [...input.files];
  if (what === "load") results.replaceChildren();
  each(files, what === "load" ? load : attempt);
});

// Dragging: the whole page takes files, and says so while they hover over it.
let depth = 0;
const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
document.addEventListener("dragenter", (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  depth++;
  form.classList.add("over");
});
document.addEventListener("dragover", (event) => {
  if (hasFiles(event)) event.preventDefault();
});
document.addEventListener("dragleave", () => {
  depth = Math.max(0, depth - 1);
  if (depth === 0) form.classList.remove("over");
});
document.addEventListener("drop", (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  depth = 0;
  form.classList.remove("over");
  input.files = event.dataTransfer.files;
  form.scrollIntoView({ block: "nearest" });
  form.querySelector("button").focus();
});

// The list: what is loaded meanwhile appears by itself, unless somebody works in it.
const list = document.getElementById("list");
let timer = 0;

async function refresh() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("#rows tbody");
  const old = document.querySelector("#rows tbody");
  if (fresh && old && !old.contains(document.activeElement)) {
    const known = new Set([...old.rows].map((row) => row.dataset.load));
    old.replaceWith(document.adoptNode(fresh));
    for (const row of fresh.rows) row.classList.toggle("fresh", !known.has(row.dataset.load));
    document.querySelector("#list .empty")?.toggleAttribute("hidden", fresh.rows.length > 0);
  }
}

function refreshSoon() {
  if (list?.dataset.first !== "true") return;
  clearTimeout(timer);
  timer = setTimeout(refresh, 800);
}

subscribe("load", (event) => {
  follow(event);
  if (event.state === "finished") refreshSoon();
});
subscribe("reset", refreshSoon);

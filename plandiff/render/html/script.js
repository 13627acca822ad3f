"use strict";
// Filters and opened texts: comforts only. The page says everything without them.
const bar = document.querySelector(".filters");
const inputs = [...bar.querySelectorAll("[data-filter]")];
const entries = [...document.querySelectorAll(".entry")];
const words = new Map(entries.map((entry) => [entry, entry.textContent.toLowerCase()]));
const full = [...document.querySelectorAll(".entries details")];

const holds = {
  issue: (entry, value) => entry.dataset.issue.split(" ").includes(value),
  kind: (entry, value) => entry.dataset.kind.split(" ").includes(value),
  severity: (entry, value) => Number(entry.dataset.severity) >= Number(value),
  words: (entry, value) => words.get(entry).includes(value.trim().toLowerCase()),
};

const count = (some) => some.reduce((sum, entry) => sum + Number(entry.dataset.changes), 0);

function filter() {
  const asked = inputs.filter((input) => input.value);
  for (const entry of entries) {
    entry.hidden = !asked.every((input) => holds[input.dataset.filter](entry, input.value));
  }
  const shown = entries.filter((entry) => !entry.hidden);
  bar.querySelector("output").textContent = asked.length ? `${count(shown)} of ${count(entries)} shown` : "";
}

function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  if (target.closest(".entry[hidden]")) {
    for (const input of inputs) input.value = "";
    filter();
  }
  const closed = target.closest("details:not([open])");
  if (closed) closed.open = true;
  target.scrollIntoView();
}

bar.addEventListener("input", filter);
bar.querySelector("button").addEventListener("click", (event) => {
  const open = event.target.getAttribute("aria-pressed") !== "true";
  for (const text of full) text.open = open;
  event.target.setAttribute("aria-pressed", String(open));
});
addEventListener("hashchange", reveal);
bar.hidden = false;
// What a browser kept of the choices when the page is loaded again.
filter();
if (location.hash) reveal();

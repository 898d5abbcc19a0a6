"use strict";
// Keeps what is written in this browser, offers comments again, saves the table of marks.
const main = document.querySelector("main");
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const answers = [...document.querySelectorAll(".answer")];
const field = (answer, name) => answer.querySelector("." + name);
const keyOf = (answer) => ["autograder", main.dataset.name, ...["answer", "version", "before"].map((name) => answer.dataset[name])].join(" ");
const comments = new Set(read("comments"));

function offer(comment) {
  for (const answer of answers) field(answer, "again").add(new Option(comment));
}

function remember(answer) {
  const said = field(answer, "comment").value.trim();
  if (said && !comments.has(said)) { comments.add(said); offer(said); }
}

function keep(answer) {
  const written = { points: field(answer, "points").value, comment: field(answer, "comment").value };
  try { localStorage.setItem(keyOf(answer), JSON.stringify(written)); } catch { /* a browser that keeps nothing */ }
}

function restore(answer) {
  try {
    const written = JSON.parse(localStorage.getItem(keyOf(answer)));
    if (written) for (const name of ["points", "comment"]) field(answer, name).value = written[name];
  } catch { /* as before */ }
}

function show() {
  let marked = 0;
  for (const answer of answers) {
    const points = field(answer, "points");
    const isMarked = points.value !== "" && points.validity.valid;
    answer.classList.toggle("marked", isMarked);
    marked += isMarked;
  }
  document.getElementById("state").textContent = `${marked} of ${answers.length} have points`;
}

function save() {
  const bad = answers.map((answer) => field(answer, "points")).find((points) => !points.validity.valid);
  if (bad) { bad.reportValidity(); return; }
  const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
  const rows = answers.map((answer) => [
    main.dataset.chapter, main.dataset.question, answer.dataset.answer,
    field(answer, "points").value, field(answer, "comment").value.replaceAll(/\s+/g, " ").trim(),
    answer.dataset.version, answer.dataset.before,
  ]);
  const table = [read("headings"), ...rows].map((row) => row.map(quoted).join(",") + "\r\n").join("");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\ufeff" + table], { type: "text/csv" }));
  link.download = main.dataset.name + ".csv";
  link.click();
}

for (const comment of comments) offer(comment);
for (const answer of answers) {
  restore(answer);
  remember(answer);
  answer.addEventListener("input", () => { keep(answer); show(); });
  field(answer, "comment").addEventListener("change", () => remember(answer));
  field(answer, "again").addEventListener("change", (event) => {
    const comment = field(answer, "comment");
    comment.value = [comment.value.trim(), event.target.value].filter(Boolean).join(" ");
    event.target.value = "";
    keep(answer);
  });
}
document.getElementById("save").addEventListener("click", save);
show();

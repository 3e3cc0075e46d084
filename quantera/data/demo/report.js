"use strict";
// The page's own figures against the record that stands in it: whoever opens it sees that they agree.
(() => {
  const record = JSON.parse(document.getElementById("record").textContent);
  const gas = (chapter) => chapter.operations.reduce((sum, one) => sum + one.gas, 0);
  const number = (cell) => Number(cell.textContent.replaceAll(",", ""));
  const wrong = [];
  for (const chapter of record.chapters) {
    const section = document.getElementById(`chapter-${chapter.key}`);
    if (section === null) {
      wrong.push(`no chapter ${chapter.key}`);
      continue;
    }
    const shown = [...section.querySelectorAll("td.gas")].reduce((sum, cell) => sum + number(cell), 0);
    if (shown !== gas(chapter)) wrong.push(`${chapter.key}: ${shown} gas shown, ${gas(chapter)} recorded`);
  }
  const total = record.chapters.reduce((sum, chapter) => sum + gas(chapter), 0);
  const told = number(document.getElementById("total-gas"));
  if (told !== total) wrong.push(`${told} gas shown in all, ${total} recorded`);
  for (const sentence of wrong) console.error(sentence);
  document.documentElement.dataset.agrees = wrong.length === 0 ? "yes" : "no";
  document.getElementById("agrees").textContent =
    wrong.length === 0 ? "The figures shown agree with the record in this page." : wrong.join("; ");
})();

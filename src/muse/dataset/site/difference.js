"use strict";
// What a rewriter changed: words taken out and put in, by the longest common subsequence (Wagner and Fischer 1974).

const DIFF_LIMIT = 1e6; // cells of the comparison; of a longer pair nothing is marked

// Pairs of a kind (same, del, ins) and the words that follow one another with it.
function difference(before, after) {
  const [a, b] = [before, after].map((text) => text.split(/(?<=\s)/));
  if (a.length * b.length > DIFF_LIMIT) return [["del", before], ["ins", after]];
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] = a[i].trim() === b[j].trim() ? common[(i + 1) * width + j + 1] + 1
        : Math.max(common[(i + 1) * width + j], common[i * width + j + 1]);
    }
  }
  const parts = [];
  const add = (kind, word) => {
    if (parts.at(-1)?.[0] === kind) parts.at(-1)[1] += word;
    else parts.push([kind, word]);
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i].trim() === b[j].trim()) {
      add("same", b[j]);
      i++;
      j++;
    } else if (i < a.length && (j === b.length || common[(i + 1) * width + j] >= common[i * width + j + 1])) {
      add("del", a[i++]);
    } else add("ins", b[j++]);
  }
  return parts;
}

// Both texts under each other, each with what the other lacks.
function changes(names, before, after) {
  const parts = difference(before, after);
  const side = (kind) => parts.filter(([each]) => each === "same" || each === kind)
    .flatMap(([each, text]) => [each === "same" ? text.trimEnd() : h(kind, {}, text.trimEnd()), " "]);
  return h("dl", { class: "changes" }, h("dt", {}, names[0]), h("dd", { dir: "auto" }, side("del")),
    h("dt", {}, names[1]), h("dd", { dir: "auto" }, side("ins")));
}

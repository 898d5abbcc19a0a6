// What a mistyped word was to be, from the words of the book.

const SHORTEST = 5; // shorter words are too near to too many others

/** `query` with each word that the book does not know replaced by the nearest that it does. */
export const corrected = (query, known) => query.replace(/[a-z]+/gi, (word) => nearest(word.toLowerCase(), known) ?? word);

/** The word of `known` that is meant by `word`; none where it is known, or nothing is near. */
export function nearest(word, known) {
  if (word.length < SHORTEST || known.some((one) => one.startsWith(word) || isFormOf(word, one))) return undefined;
  const most = word.length > 7 ? 2 : 1;
  const [best] = known
    .filter((one) => Math.abs(one.length - word.length) <= most && one[0] === word[0])
    .map((one) => ({ one, far: distance(word, one) }))
    .sort((a, b) => a.far - b.far);
  return best?.far <= most ? best.one : undefined;
}

const isFormOf = (word, one) => word.startsWith(one) && /^(s|es|ed|d|er|r|ing|ly)$/.test(word.slice(one.length));

/** How many letters must be put in, left out, changed or swapped to make `a` into `b`. */
export function distance(a, b) {
  const rows = [[...Array(b.length + 1).keys()]];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? rows[i - 2][j - 2] + 1 : changed;
      row.push(Math.min(rows[i - 1][j] + 1, row[j - 1] + 1, changed, swapped));
    }
    rows.push(row);
  }
  return rows[a.length][b.length];
}

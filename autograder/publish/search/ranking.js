// How Pagefind weighs what it finds, chosen by the queries in tests/publish/queries.toml.

export const RANKING = {
  pageLength: 0.4, // of two places that say a word as often, the shorter one
  termFrequency: 1,
  termSimilarity: 9, // a word as it was typed goes before longer ones
  termSaturation: 1.2,
  // beside the text: the book's index, titles of sections, of exercises, of lists, of the page
  metaWeights: { words: 10, name: 6, task: 3, listed: 0.2, page: 1.5, href: 0, title: 0 },
};

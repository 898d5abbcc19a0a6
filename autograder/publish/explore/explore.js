// Load each explorable of a page shortly before it is seen.

const watch = new IntersectionObserver(
  (seen) => {
    for (const { target } of seen.filter((one) => one.isIntersecting)) {
      watch.unobserve(target);
      import(`./${target.localName.replace("explore-", "")}.js`).catch((error) => target.append(error.message));
    }
  },
  { rootMargin: "400px" },
);
for (const box of document.querySelectorAll(".explore > :last-child")) watch.observe(box);

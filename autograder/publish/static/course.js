// Small repairs to the theme, for readers who do not see the page or do not use a mouse.

// the sidebar is a landmark, so that nothing on the page stands outside one
const sidebar = document.getElementById("pst-primary-sidebar");
sidebar?.setAttribute("role", "complementary");
sidebar?.setAttribute("aria-label", "Site");

// the name of a button is what it shows, so that one can say it to press it
document
  .querySelectorAll(".search-button-field[aria-label], details.hide > summary[aria-label]")
  .forEach((button) => button.removeAttribute("aria-label"));

// a list of references holds list items
document
  .querySelectorAll(".citation-list > .citation")
  .forEach((entry) => entry.setAttribute("role", "listitem"));

// a formula that scrolls can be reached, and so scrolled, by keyboard
function reachWideFormulas() {
  for (const box of document.querySelectorAll("span.math, div.math > mjx-container")) {
    const wide = box.querySelector("mjx-math")?.offsetWidth > box.clientWidth + 1;
    box.classList.toggle("scrolls", wide);
    if (wide) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }
}

window.addEventListener("load", () => {
  window.MathJax?.startup?.promise?.then(reachWideFormulas);
});
window.addEventListener("resize", reachWideFormulas);
document.fonts.addEventListener("loadingdone", reachWideFormulas);

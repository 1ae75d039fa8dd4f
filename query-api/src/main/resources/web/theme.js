// Runs before the page is drawn, so that a chosen theme applies from the first paint.
(() => {
  const theme = localStorage.getItem("theme");
  if (theme === "light" || theme === "dark") {
    document.documentElement.dataset.theme = theme;
  }
})();

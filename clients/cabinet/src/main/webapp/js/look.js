// Before the first paint: the remembered colours. A blocked storage means that the system's are taken.
try {
  const theme = localStorage.getItem("uplink.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch { /* see above */ }

document.getElementById("workbench")?.replaceChildren("ready");

const at = (id) => document.getElementById(id);
const [source, id, quote] = location.hash.slice(1).split("/").map(decodeURIComponent);

// The quote stands in the Markdown, the page shows plain text: they are the same up to marks and spaces.
function highlight(text) {
  const words = (quote ?? "").split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const found = words.length ? new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("[^\\p{L}\\p{N}]+"), "u").exec(text) : null;
  if (!found) {
    return [text];
  }

  const mark = document.createElement("mark");
  mark.textContent = found[0];
  return [text.slice(0, found.index), mark, text.slice(found.index + found[0].length)];
}

const response = await fetch(`content?${new URLSearchParams({ source, id })}`);
if (response.ok) {
  const content = await response.json();
  document.title = at("title").textContent = content.title;
  at("about").textContent = `${content.source}, version ${content.version}`;
  at("text").append(...highlight(content.text));
  document.querySelector("mark")?.scrollIntoView({ block: "center" });
} else {
  at("text").hidden = true;
  at("status").textContent = response.status === 401 ? "Choose who reads first." : "There is nothing here that you may see.";
}

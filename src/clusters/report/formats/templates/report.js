"use strict";
// Helps to look: sort, find, compare and save. Without it everything can be read. It shows
// only the released values in the element "released", puts text in as text, and asks
// nothing of any network; the page's policy would refuse both markup and network.

const released = JSON.parse(document.getElementById("released").textContent);
const words = released.words;
const byId = (id) => document.getElementById(id);

/** Fill the {names} in wording. */
const filled = (wording, values) =>
  wording.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

const counted = (number) => number.toLocaleString(released.language);

/** Say something to those who listen to the page. */
const say = (text) => { byId("said").textContent = text; };

/** Make an element; children are elements or text. */
function make(tag, attributes = {}, ...children) {
  const shape = ["svg", "rect", "line", "use"].includes(tag);
  const element = shape
    ? document.createElementNS("http://www.w3.org/2000/svg", tag)
    : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// ---- Sorting: by a button in each heading, within each group of rows

/** The number in a cell as it is written in the language of the report, or its text. */
function valueOf(cell) {
  const number = cell.querySelector(".number") ?? cell;
  const text = number.textContent.trim();
  if (!cell.matches(".right, .everybody, .one")) return text;
  const [thousands, decimal] = released.language === "nl" ? [".", ","] : [",", "."];
  const plain = text.replaceAll(thousands, "").replace(decimal, ".").replace("\u2212", "-");
  const found = plain.match(/-?\d+(\.\d+)?/);
  return found ? Number(found[0]) : null;
}

/** Hidden cells come last, whichever way the rest runs. */
function compareValues(one, other, direction) {
  if (one === null || other === null) return (one === null) - (other === null);
  if (typeof one === "number") return direction * (one - other);
  return direction * one.localeCompare(other, released.language, { numeric: true });
}

function makeSortable(table) {
  const asReported = [...table.tBodies].map((body) =>
    [...body.rows].filter((row) => !row.classList.contains("group")));
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, column) => {
    if (heading.tagName !== "TH" || !heading.textContent.trim()) return;
    const button = make("button", { type: "button", title: words.sort });
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const numeric = heading.matches(".right, .everybody, .one");
      const turns = numeric
        ? ["descending", "ascending", null] : ["ascending", "descending", null];
      const turn = turns[(turns.indexOf(heading.getAttribute("aria-sort")) + 1) % 3];
      headings.forEach((each) => each.removeAttribute("aria-sort"));
      if (turn) heading.setAttribute("aria-sort", turn);
      const direction = turn === "descending" ? -1 : 1;
      [...table.tBodies].forEach((body, number) => {
        const rows = [...asReported[number]];
        if (turn) rows.sort((one, other) => compareValues(
          valueOf(one.cells[column]), valueOf(other.cells[column]), direction));
        body.append(...rows);
      });
      say(filled(words.sorted, {
        column: button.textContent.trim(),
        order: turn ? words[turn] : words.unsorted,
      }));
    });
  });
}

// ---- Finding: rows of the annexes that hold a word

function makeFindable(section) {
  const rows = [...section.querySelectorAll("tbody tr:not(.group)")];
  if (rows.length < 12) return;
  const id = `${section.id}-find`;
  const field = make("input", { type: "search", id, autocomplete: "off" });
  const found = make("p", { class: "status", role: "status" });
  section.querySelector(".wide").before(
    make("p", { class: "find" }, make("label", { for: id }, words.find), field), found);
  const textOf = (row) => [
    row.closest("table").caption.textContent,
    row.parentElement.querySelector(".group")?.textContent ?? "",
    row.textContent,
  ].join(" ").toLocaleLowerCase(released.language);
  const texts = rows.map(textOf);
  field.addEventListener("input", () => {
    const wanted = field.value.trim().toLocaleLowerCase(released.language);
    const hits = rows.filter((row, number) => {
      const matches = texts[number].includes(wanted);
      row.classList.toggle("unmatched", !matches);
      return matches;
    });
    for (const part of section.querySelectorAll("tbody, .wide")) {
      const kept = part.querySelector("tbody tr:not(.group):not(.unmatched)")
        ?? part.querySelector(":scope > tr:not(.group):not(.unmatched)");
      part.classList.toggle("unmatched", !kept);
    }
    found.textContent = wanted
      ? filled(words.found, { shown: counted(hits.length), all: counted(rows.length) })
      : "";
  });
}

// ---- Comparing: chosen clusters beside everybody

const SHORT = 20; // answers shown before "show all"
const CLEAR = 5; // percentage points from which a difference is called one

/** Every answer with its released share by cluster, in the order of the report. */
function answers() {
  const shares = new Map();
  const keyOf = (cluster, feature, category) => JSON.stringify([cluster, feature, category]);
  for (const table of Object.values(released.tables)) {
    const [cluster, feature, category, share] =
      ["cluster", "feature", "category", "share"].map((name) => table.header.indexOf(name));
    if (feature < 0 || cluster < 0) continue;
    for (const row of table.rows) {
      shares.set(keyOf(row[cluster], row[feature], row[category]), row[share]);
    }
  }
  const above = new Map(released.above.map(([cluster, feature, category, share]) =>
    [keyOf(cluster, feature, category), share]));
  return released.features.flatMap((feature) => feature.answers
    .filter(([code]) => shares.has(keyOf("all", feature.name, code)))
    .map(([code, text]) => ({
      feature,
      text,
      share: (cluster) => shares.get(keyOf(cluster, feature.name, code)) ?? null,
      above: (cluster) => above.get(keyOf(cluster, feature.name, code)) ?? null,
    })));
}

const signed = (number) => number > 0 ? `+${number}` : `${number}`.replace("-", "\u2212");

/** A share with a bar, the tick of everybody and the difference; or the marker. */
function shareCell(answer, cluster) {
  const share = answer.share(cluster);
  const all = cluster === "all" ? null : answer.share("all");
  const cell = make("td", { class: cluster === "all" ? "everybody" : "one" });
  if (share === null) {
    const above = answer.above(cluster);
    cell.append(above === null ? released.marker : `> ${above}`);
    return cell;
  }
  const off = all === null ? 0 : share - all;
  const kind = off >= CLEAR ? "more" : off <= -CLEAR ? "less" : "alike";
  const bar = make("svg", { class: `mini ${kind}`, "aria-hidden": "true" },
    make("rect", { class: "length", y: "25%", width: `${share}%`, height: "50%" }));
  if (all !== null) {
    bar.append(make("line", { class: "tick", x1: `${all}%`, x2: `${all}%`, y1: "0", y2: "100%" }));
  }
  cell.append(make("span", { class: "number" }, String(share)));
  if (all !== null) cell.append(" ", make("span", { class: "off" }, signed(off)));
  cell.append(bar);
  return cell;
}

/** How far a share is from everybody's; what is hidden is not far from anything. */
function fromAll(answer, cluster) {
  const share = answer.share(cluster) ?? answer.above(cluster);
  const all = answer.share("all");
  return share === null || all === null ? 0 : Math.abs(share - all);
}

function furthest(answer, clusters, order) {
  if (order === "all") return Math.max(...clusters.map((each) => fromAll(answer, each)));
  const shares = clusters.map((each) => answer.share(each) ?? answer.above(each))
    .filter((share) => share !== null);
  return shares.length ? Math.max(...shares) - Math.min(...shares) : 0;
}

function makeComparison(section) {
  const boxes = [...section.querySelectorAll("input[type=checkbox]")];
  const [what, least, order, more] = ["what", "least", "order", "more"]
    .map((name) => byId(`explore-${name}`));
  const table = section.querySelector("table");
  const all = answers();
  let whole = false;

  const rowsOf = (chosen, clusters, grouped) => {
    const body = (label) => make("tbody", {}, ...label);
    const bodies = [];
    let last = null;
    for (const answer of chosen) {
      if (!bodies.length || (grouped && answer.feature !== last)) {
        bodies.push(body(grouped ? [make("tr", { class: "group" }, make("th",
          { scope: "rowgroup", colspan: clusters.length + 2 }, answer.feature.heading))] : []));
      }
      last = answer.feature;
      const about = grouped ? [] : [make("small", {}, answer.feature.heading)];
      bodies.at(-1).append(make("tr", {}, make("th", { scope: "row" }, ...about, answer.text),
        ...["all", ...clusters].map((each) => shareCell(answer, each))));
    }
    return bodies;
  };

  const show = () => {
    const clusters = boxes.filter((box) => box.checked).map((box) => box.value);
    const [kind, name] = what.value.split(" ");
    const fits = (answer) => (kind === "" || answer.feature[kind === "theme" ? "theme" : "name"] === name)
      && clusters.some((each) => fromAll(answer, each) >= Number(least.value));
    const found = clusters.length ? all.filter(fits) : [];
    const grouped = order.value === "report";
    if (!grouped) {
      found.sort((one, other) =>
        furthest(other, clusters, order.value) - furthest(one, clusters, order.value));
    }
    const shown = whole ? found : found.slice(0, SHORT);
    table.closest(".wide").hidden = !shown.length;
    more.hidden = shown.length === found.length;
    more.textContent = filled(words.more, { all: counted(found.length) });
    table.caption.firstChild.textContent = words.compared;
    table.tHead.replaceChildren(make("tr", {}, make("th", { scope: "col" }, words.answer),
      make("th", { scope: "col", class: "everybody" }, words.all),
      ...boxes.filter((box) => box.checked).map((box) => make("th", { scope: "col", class: "one" },
        filled(words.cluster, { number: box.value }),
        ...(clusters.length > 3 ? [] : [make("small", {}, box.dataset.name)])))));
    for (const body of [...table.tBodies]) body.remove();
    table.append(...rowsOf(shown, clusters, grouped));
    const list = clusters.length > 1
      ? `${clusters.slice(0, -1).join(", ")} ${words.and} ${clusters.at(-1)}` : clusters[0];
    byId("explore-status").textContent = !clusters.length ? words.none_chosen
      : !found.length ? words.none_found
      : filled(words.chosen, {
        shown: counted(shown.length), all: counted(found.length), clusters: list,
      });
  };

  section.addEventListener("change", () => {
    whole = false;
    section.classList.remove("screen"); // what somebody chose is printed, too
    show();
  });
  more.addEventListener("click", () => {
    const next = table.rows.length;
    whole = true;
    show();
    table.rows[next]?.cells[0].setAttribute("tabindex", "-1");
    table.rows[next]?.cells[0].focus();
  });
  show();
  /** Show these clusters, on one feature where it is given. */
  return (clusters, feature = "") => {
    for (const box of boxes) box.checked = clusters.includes(box.value);
    what.value = feature;
    least.value = feature ? "0" : "10";
    order.value = feature ? "report" : "all";
    whole = Boolean(feature);
    show();
  };
}

/** Ways to the comparison: of each cluster from its page, of each crossing from theirs. */
function leadToComparison(section, choose) {
  const clusters = [...section.querySelectorAll("input[type=checkbox]")].map((box) => box.value);
  const lead = (page, wording, ...chosen) => {
    if (!page) return;
    const link = make("a", { href: "#explore" }, wording);
    link.addEventListener("click", () => choose(...chosen));
    page.append(make("p", { class: "screen" }, link));
  };
  for (const each of clusters) {
    lead(byId(`cluster-${each}`), filled(words.compare, { number: each }), [each]);
  }
  for (const { value, text } of byId("explore-describing")?.children ?? []) {
    lead(byId("crossings"), filled(words.cross, { feature: text }), clusters, value);
  }
}

// ---- Looking at a map: the pointer or a list chooses an area

/** By name of an area the released share of each cluster there, as it is written. */
function sharesByArea() {
  const table = released.tables["areas.csv"];
  const areas = new Map();
  if (!table) return areas;
  const [name, cluster, share] = ["name", "cluster", "share"].map((each) => table.header.indexOf(each));
  for (const row of table.rows.filter((each) => each[cluster] !== "all")) {
    if (!areas.has(row[name])) areas.set(row[name], []);
    const told = row[share] === null ? released.marker : filled(words.percent, { share: row[share] });
    areas.get(row[name]).push([row[cluster], told]);
  }
  return areas;
}

function makeLookable(map, number, shares) {
  const drawing = map.querySelector(".areas");
  const areas = [...drawing.querySelectorAll(".area")].map((shape) => {
    const [title] = shape.children;
    return { shape, told: title.textContent, name: title.textContent.split(": ")[0] };
  });
  const chosen = make("use", { class: "chosen" });
  drawing.append(chosen);
  const told = make("div", { class: "told" });
  const id = `area-of-map-${number}`;
  const list = make("select", { id }, make("option", { value: "" }, words.no_area));
  [...areas].sort((one, other) => one.name.localeCompare(other.name, released.language, { numeric: true }))
    .forEach((area) => list.append(make("option", { value: areas.indexOf(area) }, area.name)));
  map.after(make("div", { class: "look" },
    make("p", { class: "field" }, make("label", { for: id }, words.area), list), told));

  const show = (area) => {
    chosen.setAttribute("href", area ? area.shape.getAttribute("href") : "");
    const by = area ? shares.get(area.name) ?? [] : [];
    told.replaceChildren(...(area ? [make("b", {}, area.told)] : []));
    if (by.length) {
      told.append(make("ul", {}, ...by.map(([cluster, share]) =>
        make("li", {}, `${filled(words.cluster, { number: cluster })}: ${share}`))));
    }
  };
  const fixed = () => areas[list.value === "" ? -1 : Number(list.value)];
  list.addEventListener("change", () => { show(fixed()); say(told.innerText); });
  drawing.addEventListener("pointerover", ({ target }) => {
    const over = areas.find(({ shape }) => shape === target);
    if (over) show(over);
  });
  drawing.addEventListener("pointerleave", () => show(fixed()));
  drawing.addEventListener("click", ({ target }) => {
    const at = areas.findIndex(({ shape }) => shape === target);
    if (at >= 0) { list.value = String(at); show(areas[at]); }
  });
}

// ---- Saving: the delivered tables, as they are

function csv(table) {
  const cell = (value) => {
    const text = value === null ? "" : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [table.header, ...table.rows].map((row) => `${row.map(cell).join(",")}\n`).join("");
}

function makeSaving(button) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const file = button.dataset.file;
    const content = new Blob([csv(released.tables[file])], { type: "text/csv;charset=utf-8" });
    const link = make("a", { href: URL.createObjectURL(content), download: file });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    say(filled(words.saved, { file }));
  });
}

// ---- Finding one's way

/** Contents open beside the text where there is room, closed above it where not. */
function fitContents(details) {
  const roomy = matchMedia("(min-width: 70rem)");
  const fit = () => { details.open = roomy.matches; };
  roomy.addEventListener("change", fit);
  details.addEventListener("click", (event) => {
    if (event.target.closest("a") && !roomy.matches) details.open = false;
  });
  fit();
}

/** Mark in the contents which section is read. */
function markReading(links) {
  const watcher = new IntersectionObserver((entries) => {
    for (const entry of entries.filter((each) => each.isIntersecting)) {
      for (const link of links) {
        if (link.hash === `#${entry.target.id}`) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    }
  }, { rootMargin: "-15% 0px -80% 0px" });
  for (const section of document.querySelectorAll("main > section")) watcher.observe(section);
}

/** A region that does not scroll is no stop for the keyboard. */
function watchScrolling(regions) {
  const watcher = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
      else target.removeAttribute("tabindex");
    }
  });
  for (const region of regions) watcher.observe(region);
}

const explore = byId("explore");
if (explore) {
  for (const hidden of [explore, ...document.querySelectorAll("nav li[hidden]")]) {
    hidden.hidden = false;
  }
  leadToComparison(explore, makeComparison(explore));
}
document.querySelectorAll("table.sortable").forEach(makeSortable);
["tables", "described", "dictionary"].map(byId).filter(Boolean).forEach(makeFindable);
const inAreas = sharesByArea();
document.querySelectorAll(".map").forEach((map, number) => makeLookable(map, number, inAreas));
document.querySelectorAll("button[data-file]").forEach(makeSaving);
fitContents(document.querySelector("nav details"));
markReading(document.querySelectorAll("nav a"));
watchScrolling(document.querySelectorAll(".wide"));

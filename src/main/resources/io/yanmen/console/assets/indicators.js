// Charts of an indicator. The tables on the page hold the same figures; without this script they stay.
for (const field of document.querySelectorAll("[data-submit]")) {
  field.addEventListener("change", () => {
    // A new indicator or place brings periods and shapes of its own.
    const form = field.form;
    if (field.name !== "period" && form.elements.period) form.elements.period.disabled = true;
    if (field.name === "indicator" || field.name === "shape") for (const name of ["from", "to"]) form.elements[name].disabled = true;
    if (field.name === "in" || field.name === "province") for (const box of form.querySelectorAll("[name=area]")) box.disabled = true;
    form.requestSubmit();
  });
}

const finder = document.querySelector("[data-finder]");
if (finder) {
  finder.hidden = false;
  const select = document.querySelector("select[name=indicator]");
  const groups = [...select.children].map((group) => [group, [...group.children]]);
  finder.firstElementChild.addEventListener("input", (event) => {
    const wanted = event.target.value.trim().toLowerCase();
    for (const [group, options] of groups) {
      group.replaceChildren(...options.filter((it) => it.selected || it.dataset.find.includes(wanted)));
    }
  });
  finder.firstElementChild.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const wanted = event.target.value.trim().toLowerCase();
    const found = [...select.options].find((it) => wanted && it.dataset.find.includes(wanted));
    if (found) { select.value = found.value; select.dispatchEvent(new Event("change")); }
  });
}

const holder = document.getElementById("chart-data");
if (holder) {
  const echarts = await import("./echarts.mjs");
  const words = holder.dataset;
  const given = JSON.parse(holder.textContent);
  const charts = {};
  const LABELLED = 10;
  const drawn = ["line", "bar"].filter((id) => document.getElementById(id));
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const palette = () => {
    const dark = document.documentElement.dataset.theme === "dark"
      || (!document.documentElement.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
    return dark
      ? ["#7fb8dc", "#e7a06a", "#86cfae", "#d6a4e0", "#e5cf72", "#f08f86", "#9aa9f0", "#b9c77a", "#6fd0d8", "#e0a0b8", "#c3b091", "#93c2ff", "#d0d5da", "#ffb86b", "#a0e0a0"]
      : ["#1f5f86", "#b4561d", "#2b6b58", "#7b4397", "#8a6d00", "#a23423", "#3b4fb0", "#5f7217", "#0d7680", "#a83a6a", "#6d5837", "#2a78c8", "#4a5560", "#c26a00", "#3d8a3d"];
  };
  const numberOf = (it) => (it ? Number(it.value) : null);
  const marks = (it) => [it.status.includes("P") && words.provisional, it.status.includes("E") && words.estimate, it.status.includes("D") && words.derived].filter(Boolean).join(" · ");
  const symbol = (it) => (it.status.includes("D") ? "triangle" : it.status.includes("P") ? "emptyCircle" : it.status.includes("E") ? "diamond" : "circle");
  const base = () => ({
    color: palette(), animation: !still, animationDuration: 400, backgroundColor: "transparent",
    textStyle: { color: css("--ink"), fontFamily: css("--font") },
    aria: { enabled: false },
  });
  const axis = () => ({ axisLine: { lineStyle: { color: css("--strong-line") } }, axisLabel: { color: css("--soft") }, splitLine: { lineStyle: { color: css("--line") } } });
  const tip = () => ({ renderMode: "richText", confine: true, backgroundColor: css("--card"), borderColor: css("--line"), textStyle: { color: css("--ink") } });

  const parts = given.lines.filter((it) => !it.whole).length;
  // A few parts can be told apart in one picture; many are a tangle, so the whole comes first.
  let view = !given.wholeApart || parts === given.lines.length ? "all" : parts > 1 && parts <= LABELLED ? "parts" : "whole";
  const seen = (line) => view === "all" || (view === "whole") === line.whole;
  function lineOption() {
    const shown = given.lines.filter(seen);
    const series = shown.map((line, i) => ({
      type: "line", name: line.name, color: palette()[i % 15], connectNulls: false, lineStyle: { width: line.whole ? 3 : 1.7 },
      emphasis: { focus: "series" }, symbolSize: 8,
      endLabel: { show: shown.length <= LABELLED, formatter: "{a}", lineHeight: 16, color: css("--ink") }, labelLayout: { moveOverlap: "shiftY" },
      data: line.points.map((it) => (it ? { value: numberOf(it), symbol: symbol(it), figure: it } : null)),
    }));
    // With many areas only the whole's target is drawn; the table beside has the others.
    shown.forEach((line, i) => {
      const aims = line.target.filter(Boolean);
      if (!aims.length || (shown.length > 4 && !line.whole)) return;
      series.push({
        type: "line", name: line.name, color: palette()[i % 15], symbol: "none", connectNulls: false,
        lineStyle: { type: "dashed", width: 1.6 }, data: line.target.map((it) => (it ? { value: numberOf(it), figure: it, target: true } : null)),
        markPoint: {
          symbol: "rect", symbolSize: 1, itemStyle: { color: "transparent" }, silent: true,
          label: { show: true, color: css("--ink"), position: "left", offset: [0, -11], formatter: (at) => at.name },
          data: [{ coord: [given.periods[line.target.findLastIndex(Boolean)], numberOf(line.target.findLast(Boolean))], name: `${words.target} ${line.target.findLast(Boolean).text}` }],
        },
      });
    });
    return {
      ...base(), legend: { show: shown.length > LABELLED, type: "scroll", top: 0, textStyle: { color: css("--ink") }, pageTextStyle: { color: css("--ink") } },
      grid: { left: 12, right: shown.length > LABELLED ? 24 : 20 + Math.max(...shown.map((it) => [...it.name].reduce((sum, at) => sum + (at.charCodeAt(0) > 255 ? 13 : 7), 0))), top: shown.length > LABELLED ? 44 : 16, bottom: 8, containLabel: true },
      tooltip: { ...tip(), trigger: "item", formatter: (at) => [`${at.seriesName}  ${at.name}`, `${at.data.target ? words.target + " " : ""}${at.data.figure.text} ${words.unit}`, marks(at.data.figure)].filter(Boolean).join("\n") },
      xAxis: { type: "category", data: given.periods, ...axis(), splitLine: { show: false } },
      yAxis: { type: "value", scale: true, ...axis(), axisLine: { show: false } },
      series,
    };
  }
  const places = [...document.querySelectorAll("#ranking tbody tr")].map((row) => {
    const text = row.children[2].querySelector("a, span").textContent.trim();
    return { name: row.children[1].textContent.trim(), rank: row.children[0].textContent.trim(), text, value: Number(text.replace(/[≥>≈≤,]/g, "").replace("−", "-")), href: row.children[2].querySelector("a")?.getAttribute("href") };
  }).reverse();
  function barOption() {
    return {
      ...base(), grid: { left: 20, right: 70, top: 6, bottom: 4, containLabel: true },
      tooltip: { ...tip(), formatter: (at) => `${at.name}\n${at.data.text} ${words.unit}` },
      xAxis: { type: "value", ...axis(), axisLabel: { color: css("--soft"), hideOverlap: true } },
      yAxis: { type: "category", data: places.map((it) => it.name), ...axis(), axisTick: { show: false } },
      series: [{ type: "bar", barMaxWidth: 20, color: palette()[0], label: { show: true, position: "right", color: css("--ink"), formatter: (at) => at.data.text }, data: places }],
    };
  }
  function heatOption() {
    const table = document.getElementById("heat");
    const periods = [...table.tHead.rows[0].cells].slice(1).map((it) => it.textContent);
    const rows = [...table.tBodies[0].rows].reverse();
    const data = rows.flatMap((row, y) => [...row.cells].slice(1).map((cell, x) => {
      const text = cell.querySelector("a, span.derived")?.textContent.trim();
      return text === undefined ? null : { value: [x, y, 0], text, itemStyle: { color: getComputedStyle(cell).backgroundColor, borderColor: css("--line"), borderWidth: 1 } };
    }).filter(Boolean));
    return {
      ...base(), grid: { left: 12, right: 16, top: 10, bottom: 8, containLabel: true },
      xAxis: { type: "category", data: periods, ...axis() }, yAxis: { type: "category", data: rows.map((it) => it.cells[0].textContent.trim()), ...axis() },
      series: [{ type: "heatmap", label: { show: true, color: css("--ink"), formatter: (at) => at.data.text }, data }],
      visualMap: { show: false, min: 0, max: 1 },
    };
  }
  const options = { line: lineOption, bar: barOption, heat: heatOption };
  function draw() {
    for (const id of drawn) {
      const box = document.getElementById(id);
      if (id === "bar") box.style.height = `${Math.max(160, places.length * 27 + 40)}px`;
      charts[id] ??= echarts.init(box);
      charts[id].resize();
      charts[id].setOption(options[id](), true);
    }
    for (const button of document.querySelectorAll("[data-view]")) button.setAttribute("aria-pressed", String(button.dataset.view === view));
  }
  draw();
  for (const id of drawn) charts[id].on("click", (at) => { const href = at.data?.figure?.href ?? at.data?.href; if (href) location.href = href; });
  addEventListener("resize", () => Object.values(charts).forEach((it) => it.resize()));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  const views = document.querySelector("[data-views]");
  if (views) views.hidden = view === "all" || parts === 0;
  for (const button of document.querySelectorAll("[data-view]")) button.addEventListener("click", () => { view = button.dataset.view; draw(); });

  // A picture carries its title, unit and source, on the ground of the theme.
  for (const button of document.querySelectorAll("[data-png]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const id = button.dataset.png;
      const option = options[id]();
      const rows = document.querySelectorAll("#heat tbody tr").length;
      const box = document.createElement("div");
      const chart = echarts.init(box, null, { width: 1200, height: id === "line" ? 640 : 130 + 30 * (id === "heat" ? rows : places.length) });
      const title = id === "line" ? words.title : id === "bar" ? `${words.title} · ${words.period}` : words.title;
      option.grid.top += 56; option.grid.bottom += 30; option.grid.left += 12;
      if (option.legend) option.legend.top = 54;
      chart.setOption({ ...option, animation: false, title: { text: `${title} (${words.unit})`, left: 16, top: 14, textStyle: { color: css("--ink"), fontSize: 19 } }, graphic: [{ type: "text", left: 18, bottom: 10, style: { text: `${words.source} · ${new Date().toISOString().slice(0, 10)}`, fill: css("--soft"), fontSize: 13 } }] });
      const link = document.createElement("a");
      link.href = chart.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: css("--card") });
      link.download = `${title.replaceAll(/[\s/]+/g, "")}.png`;
      link.click();
      chart.dispose();
    });
  }
}

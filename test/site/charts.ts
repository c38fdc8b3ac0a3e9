import type { Page } from "playwright-core";

/** Finds charts of which no drawing has a box on the page. */
export function findHiddenCharts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("figure.chart")]
      .filter(
        (figure) =>
          ![...figure.querySelectorAll("svg")].some(
            (svg) => svg.checkVisibility() && svg.getBoundingClientRect().height > 0,
          ),
      )
      .map(
        (figure) => `not visible: ${figure.id || figure.querySelector("figcaption")?.textContent}`,
      ),
  );
}

/**
 * Finds texts in drawings that are too pale, too small or cut off.
 *
 * axe does not look into SVG. Contrast is taken against the page behind the
 * drawing: 4.5:1 at least. The size is the size as drawn, scaling included.
 */
export function findUnreadableChartText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 1;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (!context) return ["no canvas to read colours with"];

    const parseColour = (colour: string): number[] => {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      return [...context.getImageData(0, 0, 1, 1).data];
    };
    const luminance = (rgb: number[]): number => {
      const [r = 0, g = 0, b = 0] = rgb.map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (one: number[], other: number[]): number => {
      const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
      return (light + 0.05) / (dark + 0.05);
    };
    const findPaper = (element: Element | null): number[] | null => {
      for (let at = element; at; at = at.parentElement) {
        const colour = parseColour(getComputedStyle(at).backgroundColor);
        if (colour[3] === 255) return colour;
      }
      return null;
    };
    const findOpacity = (element: Element): number => {
      let opacity = Number(getComputedStyle(element).fillOpacity);
      for (let at: Element | null = element; at; at = at.parentElement) {
        opacity *= Number(getComputedStyle(at).opacity);
      }
      return opacity;
    };

    const findings: string[] = [];
    for (const text of document.querySelectorAll<SVGTextElement>("figure.chart svg text")) {
      const words = text.textContent.trim();
      const svg = text.ownerSVGElement;
      if (!svg || words === "" || !text.checkVisibility({ visibilityProperty: true })) continue;
      const box = text.getBoundingClientRect();
      if (box.width === 0) continue;
      const name = `"${words}"`;

      const leaves = [...text.querySelectorAll("tspan")];
      for (const part of leaves.length > 0 ? leaves : [text]) {
        const paper = findPaper(svg);
        if (!paper) {
          findings.push(`${name}: no opaque background behind the drawing`);
          break;
        }
        const ink = parseColour(getComputedStyle(part).fill);
        const share = ((ink[3] ?? 0) / 255) * findOpacity(part);
        const seen = [0, 1, 2].map((i) => (ink[i] ?? 0) * share + (paper[i] ?? 0) * (1 - share));
        const ratio = contrast(seen, paper.slice(0, 3));
        if (ratio < 4.5)
          findings.push(`${name}: contrast ${ratio.toFixed(2)}, at least 4.5 wanted`);
        const matrix = part.getScreenCTM();
        const scale = matrix ? Math.hypot(matrix.a, matrix.b) : 1;
        const size = parseFloat(getComputedStyle(part).fontSize) * scale;
        if (size < 11.95)
          findings.push(`${name}: ${size.toFixed(1)} px as drawn, at least 12 wanted`);
      }

      const frame = svg.getBoundingClientRect();
      const beyond = Math.max(
        frame.left - box.left,
        box.right - frame.right,
        frame.top - box.top,
        box.bottom - frame.bottom,
      );
      if (beyond > 2) findings.push(`${name}: ${beyond.toFixed(0)} px outside of the drawing`);
    }
    return [...new Set(findings)];
  });
}

/** Finds texts of one drawing that are printed over one another. */
export function findOverprintedChartText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const findings: string[] = [];
    for (const svg of document.querySelectorAll("figure.chart svg")) {
      const texts = [...svg.querySelectorAll("text")]
        .filter((text) => text.checkVisibility({ visibilityProperty: true }))
        .map((text) => ({ words: text.textContent.trim(), box: text.getBoundingClientRect() }))
        .filter(({ words, box }) => words !== "" && box.width > 0);
      texts.forEach((one, index) => {
        for (const other of texts.slice(index + 1)) {
          const wide =
            Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
          const high =
            Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
          // Line boxes are higher than letters: a few pixels of them may touch.
          if (wide > 2 && high > 5) findings.push(`"${one.words}" and "${other.words}" overlap`);
        }
      });
    }
    return [...new Set(findings)];
  });
}

/** Finds drawings in which a keyboard stops more than once. */
export function findTabStops(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<SVGSVGElement>("figure.chart svg")]
      .filter((svg) => svg.checkVisibility())
      .map((svg) => ({
        name: svg.closest("figure")?.id ?? "",
        stops: [svg, ...svg.querySelectorAll<SVGElement>("*")].filter((part) => part.tabIndex >= 0),
      }))
      .filter(({ stops }) => stops.length > 1)
      .map(({ name, stops }) => `${name}: ${stops.length} tab stops in one drawing`),
  );
}

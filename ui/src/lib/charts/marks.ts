// The marks and colours of series. Ten shapes, so that as many matrices are told apart without any colour.
import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
  type SymbolType,
} from 'd3-shape';

/** Area in square pixels, and how far the shape is turned. */
const SHAPES: [SymbolType, number, number][] = [
  [symbolCircle, 50, 0],
  [symbolSquare, 50, 0],
  [symbolTriangle, 40, 0],
  [symbolDiamond, 40, 0],
  [symbolCross, 50, 0],
  [symbolTriangle, 40, 180],
  [symbolStar, 34, 0],
  [symbolCross, 50, 45],
  [symbolWye, 42, 0],
  [symbolWye, 42, 180],
];
const COLOURS = ['action', 'signal', 'ink', 'due', 'ink-2'];

export interface Shaped {
  path: string;
  turned: number;
}

export function shape(at: number): Shaped {
  const [type, area, turned] = SHAPES[at % SHAPES.length] ?? [symbolCircle, 50, 0];
  return { path: symbol(type, area).digits(2)() ?? '', turned };
}

/** As a value of CSS; of the tokens, so that it holds in both themes. */
export function colour(at: number): string {
  return `var(--${COLOURS[at % COLOURS.length] ?? 'ink'})`;
}

const WIDE = /[★\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/;
/** About how wide a text of 12 px is: enough to tell whether it has room. */
export function textWide(text: string): number {
  return [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 12 : 7.4), 0);
}

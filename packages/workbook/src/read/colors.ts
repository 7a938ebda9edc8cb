import { Ns } from '../xml/namespaces.js';
import type { XmlScanner } from '../xml/scanner.js';

/** Colours that files name by index (ECMA-376 18.8.27). */
const INDEXED: readonly string[] = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF ' +
  '800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF ' +
  '000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 ' +
  '3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ');

/** Theme slots in the order of `theme="n"`: light and dark change places. */
const THEME_ORDER = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
];
const OFFICE_THEME = 'FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47'.split(' ');

/** A colour as a styles part gives it, before the theme is known. */
export interface ColorSource {
  readonly rgb: string | null;
  readonly indexed: string | null;
  readonly theme: string | null;
  readonly tint: string | null;
}

export function readColorSource(xml: XmlScanner): ColorSource {
  return {
    rgb: xml.attribute('rgb'),
    indexed: xml.attribute('indexed'),
    theme: xml.attribute('theme'),
    tint: xml.attribute('tint'),
  };
}

/** `RRGGBB` of a colour, or `null` where it is automatic or unknown. */
export function resolveColor(
  source: ColorSource,
  theme: readonly string[],
  indexed: readonly string[] = INDEXED,
): string | null {
  const plain =
    source.rgb !== null
      ? source.rgb.slice(-6).toUpperCase()
      : source.theme !== null
        ? theme[Number(source.theme)]
        : source.indexed !== null
          ? indexed[Number(source.indexed)]
          : undefined;
  if (plain === undefined || !/^[0-9A-F]{6}$/.test(plain)) return null;
  return source.tint === null ? plain : tinted(plain, Number(source.tint));
}

/** Lightens or darkens: the lightness of the colour moves, hue and saturation stay (ECMA-376 18.8.19). */
function tinted(color: string, tint: number): string {
  if (!(tint >= -1 && tint <= 1) || tint === 0) return color;
  const channels = [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  const high = Math.max(...channels);
  const low = Math.min(...channels);
  const lightness = (high + low) / 2;
  const moved = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const room = (light: number) => 1 - Math.abs(2 * light - 1);
  const saturation = room(lightness) === 0 ? 0 : (high - low) / room(lightness);
  const chroma = saturation * room(moved);
  const scale = high === low ? 0 : chroma / (high - low);
  return channels
    .map((channel) => Math.round(255 * (moved - chroma / 2 + (channel - low) * scale)))
    .map((channel) => Math.min(255, Math.max(0, channel)).toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

/** Colours of the theme part in the order of `theme="n"`. */
export function readThemeColors(xml: XmlScanner): string[] {
  const colors = [...OFFICE_THEME];
  const root = xml.root('theme', Ns.drawing);
  while (xml.nextIn(root)) {
    if (!xml.is('themeElements', Ns.drawing)) continue;
    const elements = xml.depth;
    while (xml.nextIn(elements)) if (xml.is('clrScheme', Ns.drawing)) readScheme(xml, colors);
  }
  return colors;
}

function readScheme(xml: XmlScanner, colors: string[]): void {
  const depth = xml.depth;
  while (xml.nextIn(depth)) {
    const slot = THEME_ORDER.indexOf(xml.name);
    if (slot < 0) continue;
    const inner = xml.depth;
    while (xml.nextIn(inner)) {
      const value = xml.name === 'sysClr' ? xml.attribute('lastClr') : xml.attribute('val');
      if (value !== null && /^[0-9A-Fa-f]{6}$/.test(value)) colors[slot] = value.toUpperCase();
    }
  }
}

export const DEFAULT_THEME: readonly string[] = OFFICE_THEME;

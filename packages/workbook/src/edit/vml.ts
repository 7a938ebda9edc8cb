const NAMESPACES =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';

/** The kind of shape that notes are; drawings that have it already are left as they are. */
const SHAPE_TYPE = `<v:shapetype ${NAMESPACES} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;

/** Where a note belongs and how much it says. */
export interface NoteShape {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** A drawing for notes; `block` keeps the ids of its shapes apart from those of other sheets. */
export function newDrawing(block: number): string {
  return `<xml ${NAMESPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${block}"/></o:shapelayout></xml>`;
}

/**
 * Puts shapes for notes into a drawing. The text of the drawing is only cut where they go in, since drawings of other
 * programs are not always well-formed; what is put in declares its own prefixes.
 */
export function addShapes(drawing: string, notes: readonly NoteShape[], firstId: number): string {
  const end = drawing.search(/<\/(?:\w+:)?xml\s*>\s*$/);
  if (end < 0) return drawing;
  const ids = [...drawing.matchAll(/_x0000_s(\d+)/g)].map((match) => Number(match[1]));
  let id = ids.reduce((a, b) => Math.max(a, b), firstId - 1);
  const type = /shapetype\b[^>]*\bid\s*=\s*["']_x0000_t202["']/.test(drawing) ? '' : SHAPE_TYPE;
  const shapes = notes.map((note) => shapeOf(note, ++id)).join('');
  return drawing.slice(0, end) + type + shapes + drawing.slice(end);
}

/** Takes away the shapes of the notes at some cells. */
export function removeShapes(
  drawing: string,
  cells: readonly { readonly row: number; readonly column: number }[],
): string {
  const gone = new Set(cells.map(({ row, column }) => `${row - 1}:${column - 1}`));
  const shape = /<((?:\w+:)?)shape\s[\s\S]*?<\/\1shape\s*>/g;
  return drawing.replace(shape, (text) => {
    if (!/ObjectType\s*=\s*["']Note["']/.test(text)) return text;
    const row = /<(?:\w+:)?Row\s*>\s*(\d+)\s*</.exec(text)?.[1];
    const column = /<(?:\w+:)?Column\s*>\s*(\d+)\s*</.exec(text)?.[1];
    return gone.has(`${row}:${column}`) ? '' : text;
  });
}

function shapeOf({ row, column, text }: NoteShape, id: number): string {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 44)), 1);
  const height = Math.min(40, Math.max(4, lines));
  const top = Math.max(0, row - 2);
  const anchor = [column, 15, top, 10, column + 3, 55, top + height, 4].join(', ');
  const style = `position:absolute;margin-left:60pt;margin-top:2pt;width:210pt;height:${height * 13}pt;z-index:${(id % 1024) + 1};visibility:hidden`;
  return (
    `<v:shape ${NAMESPACES} id="_x0000_s${id}" type="#_x0000_t202" style="${style}" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
  );
}

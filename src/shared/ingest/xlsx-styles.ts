import { builtInFormat, type NumberFormat, parseFormat } from './number-format';
import { attribute, parseXml } from './xml';

/** The number format of each cell style; the index is the `s` of a cell. */
export function readStyles(document: string): NumberFormat[] {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let inCellFormats = false;
  parseXml(document, {
    open: (name, attributes) => {
      if (name === 'numFmt') {
        codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
      } else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) ids.push(Number(attribute(attributes, 'numFmtId') ?? 0));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return ids.map((id) => {
    const code = codes.get(id);
    return code === undefined ? builtInFormat(id) : parseFormat(code);
  });
}

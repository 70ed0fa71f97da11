import { parseXml } from '../../ingest/xml';

/** An element of a small XML document: its text and its children, in order. */
export interface XmlNode {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlNode[];
}

/** Metadata is flat and small; these limits stop a hostile file. */
const MAX_DEPTH = 40;
const MAX_NODES = 500_000;

interface OpenNode {
  readonly name: string;
  text: string;
  readonly children: XmlNode[];
}

/** The document as a tree, or null when it is not well-formed, too deep or too large. */
export function xmlTree(document: string): XmlNode | null {
  const root: OpenNode = { name: '', text: '', children: [] };
  const open: OpenNode[] = [root];
  let nodes = 0;
  try {
    parseXml(document.replace(/^\uFEFF/, ''), {
      open(name) {
        if (++nodes > MAX_NODES || open.length > MAX_DEPTH) throw new Error('XML: too large');
        open.push({ name, text: '', children: [] });
      },
      text(text) {
        const node = open.at(-1);
        if (node) node.text += text;
      },
      close() {
        const node = open.pop();
        if (node) open.at(-1)?.children.push({ ...node, text: node.text.trim() });
      },
    });
  } catch {
    // Not well-formed: the caller says so with the name of the file.
    return null;
  }
  return root.children[0] ?? null;
}

/** The text of the first child of that name, or null. */
export function childText(node: XmlNode, name: string): string | null {
  return node.children.find((child) => child.name === name)?.text ?? null;
}

/** All children of that name. */
export function childrenOf(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.filter((child) => child.name === name);
}

/** The first child of that name, or null. */
export function childOf(node: XmlNode, name: string): XmlNode | null {
  return node.children.find((child) => child.name === name) ?? null;
}

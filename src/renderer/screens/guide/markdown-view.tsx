// biome-ignore-all lint/suspicious/noArrayIndexKey: a page never changes; a block is its position.
import type { ReactNode } from 'react';
import { type Block, type Inline, parseMarkdown } from './markdown';
import classes from './markdown-view.module.css';

export interface MarkdownViewProps {
  readonly text: string;
  /** Opens another page of the guide; links elsewhere are shown as text: this window goes nowhere. */
  readonly onLink: (page: string) => void;
}

export function MarkdownView({ text, onLink }: MarkdownViewProps) {
  return (
    <article className={classes.page}>
      {parseMarkdown(text).map((block, at) => (
        <BlockView key={at} block={block} onLink={onLink} />
      ))}
    </article>
  );
}

function BlockView({ block, onLink }: { readonly block: Block; readonly onLink: (page: string) => void }) {
  const inline = (parts: readonly Inline[]) => runs(parts, onLink);
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? (
        <h1>{inline(block.inside)}</h1>
      ) : block.level === 2 ? (
        <h2>{inline(block.inside)}</h2>
      ) : (
        <h3>{inline(block.inside)}</h3>
      );
    case 'paragraph':
      return <p>{inline(block.inside)}</p>;
    case 'quote':
      return <blockquote>{inline(block.inside)}</blockquote>;
    case 'code':
      return <pre>{block.text}</pre>;
    case 'list': {
      const items = block.items.map((item, at) => <li key={at}>{inline(item)}</li>);
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return (
        <table>
          <thead>
            <tr>
              {block.head.map((cell, at) => (
                <th key={at} scope="col">
                  {inline(cell)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, place) => (
                  <td key={place}>{inline(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}

function runs(parts: readonly Inline[], onLink: (page: string) => void): ReactNode {
  return parts.map((part, at) => <Run key={at} part={part} onLink={onLink} />);
}

function Run({ part, onLink }: { readonly part: Inline; readonly onLink: (page: string) => void }) {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'code':
      return <code>{part.text}</code>;
    case 'bold':
      return <strong>{runs(part.inside, onLink)}</strong>;
    case 'italic':
      return <em>{runs(part.inside, onLink)}</em>;
    case 'link': {
      const page = /^([\w-]+)\.md$/.exec(part.to)?.[1];
      if (page === undefined) return runs(part.inside, onLink);
      return (
        <button type="button" className={classes.link} onClick={() => onLink(page)}>
          {runs(part.inside, onLink)}
        </button>
      );
    }
  }
}

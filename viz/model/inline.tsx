/** Words with `code`, _emphasis_ and links, as elements. */
import type { ComponentChild } from "preact";

const MARK = /`([^`]+)`|\[([^\]]+)\]\(([^)]+)\)|(?<!\w)_([^_`]+)_(?!\w)/g;

/** @param goTo follows a link to a section; a link to anything but a section or the web stays words */
export function inline(text: string, goTo: (section: string) => void): ComponentChild[] {
  const parts: ComponentChild[] = [];
  let end = 0;
  for (const match of text.matchAll(MARK)) {
    const [whole, code, label, target = "", emphasis] = match;
    if (match.index > end) parts.push(text.slice(end, match.index));
    end = match.index + whole.length;
    if (code !== undefined) parts.push(<code>{code}</code>);
    else if (emphasis !== undefined) parts.push(<em>{emphasis}</em>);
    else parts.push(linkTo(label, target, goTo));
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}

function linkTo(label: string, target: string, goTo: (section: string) => void): ComponentChild {
  if (/^https?:/.test(target)) return <a href={target}>{label}</a>;
  if (!target.startsWith("#")) return label;
  // The address belongs to the state of the page, so the link goes there by way of it.
  return (
    <a
      href={target}
      onClick={(event) => {
        event.preventDefault();
        goTo(target.slice(1));
      }}
    >
      {label}
    </a>
  );
}

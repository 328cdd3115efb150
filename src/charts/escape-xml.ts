// Text that may hold anything, made safe inside HTML, XML and SVG, in elements and in quoted attributes.

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** "Drift & <stab>" → "Drift &amp; &lt;stab&gt;" */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);

import { expect, test } from 'vitest';
import { findSvgDanger } from '../../../../src/admin/uploads/svg.ts';

const wrap = (inner: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">${inner}</svg>`;

const drawings = {
  'a shape': wrap('<rect width="9" height="9" fill="red"/>'),
  'a declaration, a comment, a document type': `<?xml version="1.0" encoding="UTF-8"?>\n<!-- Un dibujo -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n${wrap('')}`,
  'references to itself': wrap(
    '<defs><path id="a" d="M0 0"/></defs><use xlink:href="#a"/><path fill="url(#b)"/>',
  ),
  'an image in it': wrap('<image href="data:image/png;base64,iVBORw0KGgo="/>'),
  styles: wrap('<style><![CDATA[.a { fill: url("#b") }]]></style><path style="fill: #fff" class="a"/>'),
  text: wrap('<text>1 &gt; 0 &amp; más</text>'),
  'a link': wrap('<a href="https://example.org/"><path d="M0 0"/></a>'),
  'data of the program that made it': wrap('<metadata><rdf:RDF><cc:Work rdf:about=""/></rdf:RDF></metadata>'),
  'an animation': wrap('<circle r="1"><animate attributeName="r" values="1;2" dur="1s"/></circle>'),
};

test.each(Object.entries(drawings))('%s is only a drawing', (_, source) => {
  expect(findSvgDanger(source)).toBeUndefined();
});

const dangers = {
  'a script': wrap('<script>alert(1)</script>'),
  'a script with another prefix': wrap('<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>'),
  'a script in capitals': wrap('<SCRIPT>alert(1)</SCRIPT>'),
  'an event handler': wrap('<path onload="alert(1)"/>'),
  'an event handler on a line of its own': wrap('<path d="M0 0"\n\tonclick = "alert(1)"/>'),
  'a handler on the root': '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
  'foreign HTML': wrap('<foreignObject><p/></foreignObject>'),
  'a frame': wrap('<iframe src="https://example.org/"/>'),
  'an image from elsewhere': wrap('<image href="https://example.org/a.png"/>'),
  'an image from elsewhere, without a scheme': wrap('<image xlink:href="//example.org/a.png"/>'),
  'an SVG in data': wrap('<use href="data:image/svg+xml;base64,AAAA#a"/>'),
  'a link that runs code': wrap('<a href="javascript:alert(1)"><path/></a>'),
  'the same in references': wrap('<a xlink:href="&#106;ava&#x73;cript:alert(1)"><path/></a>'),
  'the same with a line break': wrap('<a href="java&#10;script:alert(1)"><path/></a>'),
  'an animation of an address': wrap('<a><set attributeName="href" to="javascript:alert(1)"/></a>'),
  'an import of styles': wrap('<style>@import "https://example.org/a.css";</style>'),
  'a style from elsewhere': wrap('<path style="fill: url(https://example.org/a)"/>'),
  'a fill from elsewhere': wrap('<path fill="url(https://example.org/a#b)"/>'),
  'a style with escapes': wrap('<style>\\40 import "a.css";</style>'),
  'a style sheet for it': `<?xml-stylesheet href="https://example.org/a.css"?>${wrap('')}`,
  'entities of its own': `<!DOCTYPE svg [<!ENTITY a "<script/>">]>${wrap('&a;')}`,
  'a tag that is not closed': wrap('<path d="M0 0'),
  'attributes without quotes': wrap('<path onload=alert(1) />'),
};

test.each(Object.entries(dangers))('%s is a danger', (_, source) => {
  expect(findSvgDanger(source)).toBeTypeOf('string');
});

/** An entry that would do harm where its text were code. */
export interface HostileEntry {
  /** Kebab-case: a file name, too. */
  readonly name: string;
  /** Body of an entry file (MDX). */
  readonly body: string;
}

/** What a script would say in a page; no built page may hold it in anything but text. */
export const alarm = 'gacetaAlarm';

/**
 * Bodies of entry files that would write the file `sentinel` if anything evaluated them, or run a script in a
 * page if they came there as HTML.
 */
export function toHostileEntries(sentinel: string): HostileEntry[] {
  const path = JSON.stringify(sentinel.replaceAll('\\', '/'));
  const write = `process.getBuiltinModule('node:fs').writeFileSync(${path}, 'x')`;
  const bodies: Readonly<Record<string, string>> = {
    'import-and-call': `import fs from 'node:fs'\n\n{fs.writeFileSync(${path}, 'x')}`,
    'import-for-side-effect': `import 'data:text/javascript,${encodeURIComponent(write)}'`,
    'import-dynamic': `{import('node:fs').then((fs) => fs.writeFileSync(${path}, 'x'))}`,
    'export-const': `export const a = ${write}`,
    'export-default-layout': `export default (${write}, 'div')\n\nTexto.`,
    'export-function-in-expression': `export const f = () => ${write}\n\n{f()}`,
    'export-front-matter': `export const frontmatter = { get title() { return ${write} } }`,
    'import-after-text': `Una frase.\n\nimport fs from 'node:fs'\nexport const b = fs.writeFileSync(${path}, 'x')`,
    'expression-in-text': `Hola {${write}} y adiós.`,
    'expression-alone': `{${write}}`,
    'expression-over-lines': `{\n  ${write}\n}`,
    'expression-in-heading': `## Título {${write}}`,
    'expression-in-list': `- uno\n- {${write}}\n  - {${write}}`,
    'expression-in-quote': `> {${write}}`,
    'expression-in-table': `| a | b |\n|---|---|\n| {${write}} | c |`,
    'expression-in-footnote': `Nota.[^1]\n\n[^1]: {${write}}`,
    'expression-in-link-text': `[{${write}}](https://example.org)`,
    'expression-after-code-span': `\`código\` {${write}} \`código\``,
    'expression-after-open-fence': `{${write}}\n\n\`\`\`\n{${write}}`,
    'function-called-at-once': `{(() => { ${write} })()}`,
    'async-function-called-at-once': `{(async () => { await 0; ${write} })()}`,
    'template-literal': `{\`a\${${write}}b\`}`,
    'tagged-template': `{((s) => ${write})\`x\`}`,
    getter: `{({ get x() { return ${write} } }).x}`,
    'function-constructor': `{Function(${JSON.stringify(write)})()}`,
    'constructor-of-a-constructor': `{''.constructor.constructor(${JSON.stringify(write)})()}`,
    eval: `{eval(${JSON.stringify(write)})}`,
    'prototype-pollution': `{Object.prototype.toString = () => ${write}}\n\n{\`\${{}}\`}`,
    'then-able': `{{ then() { ${write} } }}`,
    'comment-that-ends': `{/* nada */ ${write}}`,
    'spread-in-a-component': `<Figure {...{ get image() { return ${write} } }} />`,
    'spread-of-a-call': `<Video {...(() => ${write})()} />`,
    'attribute-expression': `<Callout type={${write}}>\n\nHola.\n\n</Callout>`,
    'attribute-with-an-element': `<Figure alt={<b>{${write}}</b>} />`,
    'attribute-proto': `<Figure __proto__={${write}} alt="x" />`,
    'component-child': `<Callout type="dato">\n\n{${write}}\n\n</Callout>`,
    'unknown-component': `<Otro cosa={${write}} />`,
    'member-component': `<Figure.constructor.constructor a={${write}} />`,
    'namespace-component': `<svg:script href="data:text/javascript,${alarm}()" />`,
    fragment: `<>{${write}}</>`,
    'client-directive': `<Callout client:load={${write}} type="dato">\n\nHola.\n\n</Callout>`,
    'set-html': `<div set:html={"<script>${alarm}()</script>"} />`,
    'dangerously-set-html': `<div dangerouslySetInnerHTML={{ __html: '<script>${alarm}()</script>' }} />`,
    'html-comment-around-code': `<!-- {${write}} --> {${write}}`,
    script: `<script>${alarm}()</script>`,
    'script-from-elsewhere': `<script src="https://evil.example/${alarm}.js"></script>`,
    'script-module-in-text': `Hola <script type="module">${alarm}()</script> mundo.`,
    'script-that-never-ends': `Hola.\n\n<script>\n${alarm}()\n`,
    'script-in-odd-case': `<ScRiPt\n>${alarm}()</sCrIpT\n>`,
    'script-in-svg': `<svg><script>${alarm}()</script></svg>`,
    'image-with-handler': `<img src="x" onerror="${alarm}()">`,
    'image-with-bare-handler': `Texto <img src=x onerror=${alarm}()> más.`,
    'svg-with-handler': `<svg/onload=${alarm}()>`,
    'details-with-handler': `<details open ontoggle="${alarm}()">x</details>`,
    'handler-in-odd-case': `<p oNcLiCk = '${alarm}()'>Texto.</p>`,
    'component-with-handler': `<Figure image="/assets/images/posts/a.jpg" alt="x" onload="${alarm}()" />`,
    'frame-with-source-text': `<iframe srcdoc="<script>${alarm}()</script>"></iframe>`,
    'frame-of-javascript': `<iframe src="javascript:${alarm}()"></iframe>`,
    'frame-of-data': `<iframe src="data:text/html,<script>${alarm}()</script>"></iframe>`,
    'object-of-data': `<object data="data:text/html;base64,PHNjcmlwdD4="></object>`,
    'embed-of-javascript': `<embed src="javascript:${alarm}()">`,
    'form-of-javascript': `<form action="javascript:${alarm}()"><button>Enviar</button></form>`,
    'link-of-javascript': `[Pulsa](javascript:${alarm}())`,
    'link-in-odd-case': `[Pulsa](JaVaScRiPt:${alarm}())`,
    'link-with-references': `[Pulsa](&#106;&#x61;vascript&colon;${alarm}())`,
    'link-with-a-tab': `[Pulsa](<java\tscript:${alarm}()>)`,
    'link-with-percent-signs': `[Pulsa](%6Aavascript%3A${alarm}())`,
    'link-with-invisible-characters': `[Pulsa](\u200Bjava\u00ADscript:${alarm}())`,
    'link-of-vbscript': `[Pulsa](vbscript:${alarm}())`,
    'link-of-data': `[Pulsa](data:text/html,<script>${alarm}()</script>)`,
    'link-by-definition': `[Pulsa][uno]\n\n[uno]: javascript:${alarm}()`,
    'link-in-angle-brackets': `<javascript:${alarm}()>`,
    'image-of-javascript': `![Foto](javascript:${alarm}())`,
    'image-of-data': `![Foto](data:image/svg+xml,<svg/onload=${alarm}()>)`,
    'anchor-of-javascript': `<a href=" javascript:${alarm}()">Pulsa</a>`,
    'video-of-javascript': `<Video url="javascript:${alarm}()" title="Un video" />`,
    'element-behind-an-address': `https://example.org\\<b onclick="${alarm}()"/>`,
    'component-behind-an-address': `www.example.org\\<Otro cosa="1"/>`,
    'meta-refresh': `<meta http-equiv="refresh" content="0;url=javascript:${alarm}()" onx="1">`,
  };
  return Object.entries(bodies).map(([name, body]) => ({ name, body }));
}

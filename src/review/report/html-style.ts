/** How the report looks by itself: light and dark, narrow and wide, on paper. */
export const css = `
:root{color-scheme:light dark;--back:#fff;--text:#1c1c1c;--quiet:#595959;--line:#d9d9d9;--new:#e3f4e6;--new-text:#0b5a1e;--gone:#fde8e8;--gone-text:#8c1616;--link:#0b5d7a}
@media (prefers-color-scheme:dark){:root{--back:#16181a;--text:#ececec;--quiet:#b0b0b0;--line:#3a3d40;--new:#14361d;--new-text:#a5e3b4;--gone:#431c1c;--gone-text:#f6b7b7;--link:#8cc9e3}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--text);font:1rem/1.55 system-ui,sans-serif}
main{max-width:46rem;margin:0 auto;padding:1.5rem 1rem 4rem;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.2}h2{font-size:1.3rem;line-height:1.25;margin:.2em 0}h3{font-size:1rem;margin:1.6em 0 .4em}
a{color:var(--link)}
.lead{font-size:1.1rem}
.entry,section{border-top:1px solid var(--line);margin-top:2rem;padding-top:1rem}
.kind,.note,small,.contents span,.what{color:var(--quiet);font-size:.875rem}
.kind{margin:0}
.contents{padding-left:1.2rem}
dl{margin:0}dt{font-weight:600;margin-top:.9em}dd{margin:.15em 0 0}dd p{margin:.15em 0}
.what{font-weight:400;border:1px solid var(--line);border-radius:1em;padding:0 .5em}
ins{background:var(--new);color:var(--new-text);text-decoration:underline;text-underline-offset:.15em}
del{background:var(--gone);color:var(--gone-text);text-decoration:line-through}
.pictures{display:flex;flex-wrap:wrap;gap:1rem;align-items:flex-start}
figure{margin:0;flex:1 1 18rem}figcaption{color:var(--quiet);font-size:.875rem}
img{max-width:100%;height:auto;border:1px solid var(--line)}
summary{cursor:pointer}
@media print{:root{--back:#fff;--text:#000;--quiet:#444;--line:#999;--new:#fff;--new-text:#000;--gone:#fff;--gone-text:#444;--link:#000}main{max-width:none;padding:0}.entry{break-inside:auto}dt,h2,h3{break-after:avoid}dd,figure{break-inside:avoid}}
`.trim();

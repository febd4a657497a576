import { build, type Plugin } from 'vite';

const suffix = '?script';

/**
 * `import text from './client.ts?script'`: the text of a script for browsers, bundled and minified, so that a
 * page can hold it and name its hash in the policy. The text never closes its element.
 */
export function scriptTexts(): Plugin {
  return {
    name: 'gaceta-script-texts',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith(suffix)) return null;
      const resolved = await this.resolve(source.slice(0, -suffix.length), importer, { skipSelf: true });
      return resolved === null ? null : `${resolved.id}${suffix}`;
    },
    async load(id) {
      if (!id.endsWith(suffix)) return null;
      const { text, inputs } = await bundle(id.slice(0, -suffix.length));
      for (const input of inputs) this.addWatchFile(input);
      return `export default ${JSON.stringify(text.replaceAll('</script', '<\\/script'))};`;
    },
  };
}

async function bundle(entry: string): Promise<{ text: string; inputs: readonly string[] }> {
  const output = await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    mode: 'production',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: entry, output: { format: 'es' } },
    },
  });
  const [chunk] = [output].flat().flatMap((result) => ('output' in result ? result.output : []));
  if (chunk?.type !== 'chunk') throw new Error(`${entry} was not bundled.`);
  return { text: chunk.code.trim(), inputs: chunk.moduleIds };
}

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rollup } from 'vite';
import { expect, it } from 'vitest';
import { frozen } from '../../../frozen.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** Runs the drawing as the window loads them, where what the window freezes is frozen. */
async function loaded(plugins: Plugin[]): Promise<string> {
  const made = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins,
    build: { write: false, minify: false, lib: { entry: here('./plot.ts'), formats: ['es'] } },
  })) as Rollup.RollupOutput[];
  const code = made[0]?.output[0].code ?? 'throw new Error("nothing was built")';
  return execFileSync(process.execPath, ['--input-type=module'], {
    input: `Object.freeze(Object.prototype);\n${code}\nprocess.stdout.write('loaded');`,
    encoding: 'utf8',
    stdio: 'pipe',
  });
}

it('the library loads where prototypes are frozen, and would not without our care', async () => {
  await expect(loaded([frozen()])).resolves.toBe('loaded');
  await expect(loaded([])).rejects.toThrow('read only property');
});

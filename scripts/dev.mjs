import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createServer, loadConfigFromFile } from 'vite';
import { cannotShow, findElectron } from './electron-binary.mjs';

/**
 * `npm run dev`: Winnow with reload on change. With Electron's program at hand, electron-vite runs main, preload and
 * page; without it (or with `-- --browser`), the browser host serves the page through Vite, over the same project folders
 * and the same port. Changes to `src/main` take a restart there.
 */

const root = resolve(import.meta.dirname, '..');
const program = process.argv.includes('--browser') ? null : findElectron(root);

if (program !== null && cannotShow(process.platform, process.env, process.getuid?.() === 0) === null) {
  const cli = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const child = spawn(process.execPath, [cli, 'dev'], { cwd: root, stdio: 'inherit' });
  child.on('close', (code) => process.exit(code ?? 1));
} else {
  await runInBrowser();
}

async function runInBrowser() {
  // The page asks the local server only when it is not in Vite's development mode; React stays the development one.
  const mode = 'production';
  process.env.NODE_ENV = 'development';
  const loaded = await loadConfigFromFile(
    { command: 'serve', mode },
    join(root, 'electron.vite.config.ts'),
    root,
  );
  const { renderer } = loaded.config;

  let vite;
  const pages = async (server) => {
    vite = await createServer({
      ...renderer,
      configFile: false,
      mode,
      appType: 'spa',
      server: { middlewareMode: true, hmr: { server }, fs: { allow: [root] } },
    });
    return (request, response) => vite.middlewares(request, response);
  };

  // The host's own modules, compiled by a Vite of their own: nothing of the page's configuration touches them.
  const compiler = await createServer({
    configFile: false,
    root,
    appType: 'custom',
    resolve: renderer.resolve,
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  const load = (path) => compiler.ssrLoadModule(join(root, path));
  const [
    { runBrowserHost },
    { createNodeHost },
    { projectsFolderFrom },
    { portFrom },
    { openBrowser },
    headers,
  ] = await Promise.all([
    load('src/main/web/run.ts'),
    load('src/main/files/node-host.ts'),
    load('src/main/files/locations.ts'),
    load('src/main/web/settings.ts'),
    load('src/main/web/open-browser.ts'),
    load('src/main/page/headers.ts'),
  ]);

  const host = createNodeHost({
    kind: 'web',
    version: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
    projectsFolder: projectsFolderFrom(process.env),
    samplesFolder: join(root, 'resources/samples'),
  });
  const port = portFrom(process.env);
  const server = await runBrowserHost({
    host,
    port,
    pages,
    headers: {
      ...headers.PAGE_HEADERS,
      // Vite puts inline scripts into the page and talks to it over a web socket.
      'content-security-policy': headers.CONTENT_SECURITY_POLICY.replace(
        "script-src 'self'",
        "script-src 'self' 'unsafe-inline'",
      ).replace("connect-src 'self'", `connect-src 'self' ws://127.0.0.1:${port}`),
    },
    say: (text) => process.stdout.write(text),
    open: openBrowser,
    terminal: process.stdin.isTTY ? process.stdin : null,
  });

  const stop = async () => {
    await server.close();
    await host.dispose();
    await Promise.all([vite?.close(), compiler.close()]);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop());
}

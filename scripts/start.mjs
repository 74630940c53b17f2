/**
 * `npm start` serves the add-in's page for a plain browser, over http and with nothing else to install.
 * `npm run start:excel` serves it over https and loads it into Excel where the system can (Windows, Mac), or says how.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, "..");
const isForExcel = process.argv[2] === "excel";
const port = 3000;
const site = `${isForExcel ? "https" : "http"}://localhost:${port}/`;

// Before the configuration is read: addresses of this site go into what is built.
process.env.RATEBOOK_URL = site;

const certificates = join(homedir(), ".office-addin-dev-certs");
const canSideload = process.platform === "win32" || process.platform === "darwin";

/** A program that is not installed with the project: Excel developers have it, and nobody else needs it. */
const npx = (...args) => [
  "npx",
  ["--yes", ...args],
  { cwd: root, stdio: "inherit", shell: process.platform === "win32" },
];

/** The certificate that Excel trusts; without one the server makes its own, which a browser asks about. */
function trustedCertificate() {
  if (canSideload) spawnSync(...npx("office-addin-dev-certs@3.0.0", "install"));
  const [key, cert] = ["localhost.key", "localhost.crt"].map((name) => join(certificates, name));
  return existsSync(key) && existsSync(cert)
    ? { key: readFileSync(key), cert: readFileSync(cert) }
    : undefined;
}

function developmentConfig() {
  const addIn = require("../webpack.config.js").find(({ name }) => name === "add-in");
  // The page may not evaluate text as code, which the quicker source maps need.
  return {
    ...addIn,
    mode: "development",
    infrastructureLogging: { level: "warn" },
    devtool: "cheap-module-source-map",
    cache: { ...addIn.cache, name: "add-in-start" },
  };
}

function serverOptions() {
  return {
    port,
    host: "localhost",
    server: isForExcel ? { type: "https", options: trustedCertificate() ?? {} } : "http",
    static: false,
    hot: false,
    client: { overlay: false },
    headers: { "Cache-Control": "no-cache" },
    setupExitSignals: true,
  };
}

const uploadSteps = `Load it into Excel on the web:
  1. Open ${site}taskpane.html once and accept the certificate.
  2. In Excel: Home > Add-ins > More add-ins > My add-ins > Upload my add-in.
  3. Choose ${site}manifest.xml, saved to a file.`;

function sideload() {
  if (!canSideload) return console.log(uploadSteps);
  const child = spawn(
    ...npx("office-addin-debugging@7.0.0", "start", "manifest.xml", "desktop", "--no-debug"),
  );
  child.on("exit", (status) => {
    if (status !== 0) console.log(`Excel could not be started with the add-in.\n${uploadSteps}`);
  });
}

const webpack = require("webpack");
const WebpackDevServer = require("webpack-dev-server");
const compiler = webpack(developmentConfig());
const server = new WebpackDevServer(serverOptions(), compiler);
try {
  await server.start();
} catch (error) {
  console.error(
    error.code === "EADDRINUSE" ? `Port ${port} is in use; end what uses it and start again.` : error,
  );
  process.exit(1);
}
let isFirst = true;
compiler.hooks.done.tap("start", (stats) => {
  if (!isFirst || stats.hasErrors()) return;
  isFirst = false;
  console.log(`\nRatebook is served at ${site}taskpane.html (end with Ctrl+C)\n`);
  if (isForExcel) sideload();
});

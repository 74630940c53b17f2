/**
 * `npm start` serves the add-in's page for a plain browser, over http and with nothing else to install.
 * `npm run start:excel` serves it over https and loads it into Excel where the system can (Windows, Mac), or says how.
 * Both take another port: `npm start -- --port 3001`.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { homedir } from "node:os";
import { join } from "node:path";
import { readCall } from "./call.cjs";

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, "..");
const call = readCall({
  call: "npm start --",
  about: "Serves the pane for a plain browser; npm run start:excel serves it over https, for Excel.",
  words: {
    name: "HOST",
    help: "for which it is served, where it is no plain browser",
    choices: ["excel"],
    most: 1,
  },
  options: { port: { type: "text", value: "NUMBER", help: "of its address", default: "3000" } },
});
const port = Number(call.port);
const isForExcel = call.words[0] === "excel";
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
    devMiddleware: { index: "taskpane.html" },
    hot: false,
    client: { overlay: false },
    headers: { "Cache-Control": "no-cache" },
    setupExitSignals: true,
  };
}

/** The code of the error with which the port cannot be listened to; undefined where it can. */
function portError() {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", ({ code }) => resolve(code));
    probe.listen({ port, host: "localhost" }, () => probe.close(() => resolve(undefined)));
  });
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

// Asked beforehand: the server would report it as an error that nobody caught.
const taken = Number.isInteger(port) && port > 0 && port < 65_536 ? await portError() : "no port number";
if (taken !== undefined) {
  const why = taken === "EADDRINUSE" ? "is in use" : `cannot be used (${taken})`;
  console.error(`Port ${call.port} ${why}; name another: npm start -- --port 3001`);
  process.exit(2);
}

const webpack = require("webpack");
const WebpackDevServer = require("webpack-dev-server");
const compiler = webpack(developmentConfig());
const server = new WebpackDevServer(serverOptions(), compiler);
let isFirst = true;
compiler.hooks.done.tap("start", (stats) => {
  if (!isFirst || stats.hasErrors()) return;
  isFirst = false;
  console.log(`\nRatebook is served at ${site} (end with Ctrl+C)\n`);
  if (isForExcel) sideload();
});
await server.start();

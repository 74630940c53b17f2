/** Chromium, and the simulated Excel in it. Apart from the other entry, so that tests in Node load no browser and no bundler. */
export { browserForTests } from "./browserForTests";
export { findChromium, launchChromium } from "./chromium";
export { openOfficePage, type OfficePage, type OfficePageOptions } from "./officePage";
export { openSitePage, type SitePage, type SitePageOptions } from "./sitePage";

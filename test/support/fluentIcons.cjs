/**
 * The icons of Fluent, each out of its own file when it is first asked for: the package's index, which Fluent's components
 * require, makes all twenty thousand of them in every test file.
 */
const utilities = require("@fluentui/react-icons/utils");
const providers = require("@fluentui/react-icons/providers");

/** ChevronRight16Regular is in svg/chevron-right. */
const fileOf = (icon) =>
  icon
    .replace(/\d*(Regular|Filled|Color|Light)$/, "")
    .replace(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Za-z])(?=\d)/g, "-")
    .toLowerCase();

module.exports = new Proxy(
  {},
  {
    get: (_target, name) =>
      utilities[name] ?? providers[name] ?? require(`@fluentui/react-icons/svg/${fileOf(name)}`)[name],
  },
);

/** What office.js brings for custom functions; `@types/office-js` leaves it to a package of its own. */
declare namespace CustomFunctions {
  function associate(id: string, work: (...args: unknown[]) => unknown): void;
  enum ErrorCode {
    invalidValue,
    invalidNumber,
    notAvailable,
  }
  // biome-ignore lint/suspicious/noShadowRestrictedNames: office.js calls it so
  class Error {
    constructor(code: ErrorCode, message?: string);
  }
}

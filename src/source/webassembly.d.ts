/** What is used of WebAssembly, which the standard libraries named in tsconfig leave to the browser's. */
declare namespace WebAssembly {
  /** Compiled code, without memory: threads can share it. */
  class Module {
    private readonly brand
  }
  class Instance {
    constructor(module: Module, imports: object)
    readonly exports: object
  }
  function compile(bytes: Uint8Array): Promise<Module>
}

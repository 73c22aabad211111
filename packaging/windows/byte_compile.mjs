// Byte-compiles folders for CPython 3.13 on any system: Pyodide is CPython 3.13.2 and writes the
// same code files. The sources' paths are kept out, and validity rests on nothing but the source.
import { loadPyodide } from "pyodide";

const python = await loadPyodide();
const folders = process.argv.slice(2);
folders.forEach((folder, index) => {
  python.FS.mkdirTree(`/in${index}`);
  python.mountNodeFS(`/in${index}`, folder);
});
const done = await python.runPythonAsync(`
import compileall, importlib.util, py_compile, warnings
warnings.simplefilter("ignore")  # old escapes in packages are their authors' affair
assert importlib.util.MAGIC_NUMBER == b"\\xf3\\r\\r\\n", "not CPython 3.13"
all([
    compileall.compile_dir(
        f"/in{index}", quiet=1, stripdir=f"/in{index}",
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )
    for index in range(${folders.length})
])
`);
process.exit(done ? 0 : 1);

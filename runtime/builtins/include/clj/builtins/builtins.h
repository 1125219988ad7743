// The native functions of clojure.core, clojure.string and the runtime's private helpers.
//
// Every one is a row of a topic table, runtime/builtins/tables/<topic>.def, implemented in
// runtime/builtins/src/<topic>.cpp. A NativeFn on the heap is an index into the table, so it
// survives in a boot image; rows are found by the same index in every binary of one build.
//
// Design   docs/adding-a-native-function.md
#pragma once

namespace clj {

struct Object;

// Sets native_rows and native_row_count, and the state of this process that native functions
// need. Call at every start, before the first call of a native function.
void register_builtins();

// Interns every row as a var holding its function, with :arglists, :doc, :added and, for names that
// begin with '-', :private. Once, where there is no boot image. Needs bootstrap_core.
void intern_builtins();

// At the end of the process: runs the threads given to Runtime.addShutdownHook. The caller ends the process then;
// does not return to a second caller.
void run_shutdown_hooks();

// Frees the native memory of a dead object of one of the kinds that natives own (patterns,
// matchers, readers, writers); nothing for others. For gc::Upcalls::finalize.
void finalize_builtin(Object* object);

}  // namespace clj

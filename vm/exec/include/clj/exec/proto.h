// Function prototypes and closures: the code a function runs, and the values it closed over.
//
// A FnProto is one `fn` form: its arities' code, its constants, its debug tables. The code
// words lie in a Code object (compiled in this process, or in the boot image) or in a mapped
// bundle, and are used in place. The native pointers in its raw bytes are derived from the
// slots; the image writer recomputes them (prepare_proto_for_image).
//
// Threads  Immutable once prepared, but for inline caches (slots of the constants array).
// Design   docs/bytecode.md
#pragma once
#include <atomic>
#include <cstdint>
#include <string>
#include <vector>

#include "clj/gc/heap.h"
#include "clj/value/object.h"

namespace clj::exec {

struct ExceptionEntry {
  uint32_t from, to;      // code words [from, to) relative to the arity's code
  uint32_t handler;       // where to go
  uint32_t reg;           // gets the exception
};

// One word range of the line table: code from `pc` on stands at line:column. A line of 0: the call at `pc`, of what may be nil, where
// the constant number `column` says what the JVM says of that (analyze::reason_of_nil).
struct LineEntry {
  uint32_t pc;
  uint32_t line;
  uint32_t column;
};

// `exceptions` and `lines` are word offsets from `code`.
struct Arity {
  uint8_t params;      // without the rest parameter
  uint8_t variadic;    // 1: register `params` takes the rest seq
  uint16_t registers;  // frame size
  uint32_t code_words;
  const uint32_t* code;
  Value* constants;    // of the FnProto
  uint32_t exceptions, exception_count;  // ExceptionEntry records
  uint32_t lines, line_count;            // LineEntry records
};

// Raw words: code and tables, addressed by Arity.
struct Code : Object {
  static constexpr Kind kKind = Kind::kCode;
  static constexpr uint16_t kSlots = 0;
  uint64_t word_count;
  uint32_t* words() { return reinterpret_cast<uint32_t*>(this + 1); }
};

struct FnProto : Object {
  static constexpr Kind kKind = Kind::kFnProto;
  static constexpr uint16_t kSlots = 4;
  Value constants_array;  // ObjectArray: constants, then inline-cache slots
  Value name;             // String "user/f"
  Value file;             // String or nil
  Value code_object;      // Code, or nil when the words lie in a bundle
  // Where calls enter; ascending, the variadic one last. A function of a bundle starts with
  // arities whose code is one Prepare instruction; preparing it publishes the real ones.
  std::atomic<const Arity*> arities;
  Value* constants;         // the slots of constants_array; nullptr until prepared
  uint16_t capture_count;
  uint16_t arity_count;
  uint32_t chunk_function;  // bundles: index in the chunk, for Prepare
  const void* chunk;        // bundles: the loaded chunk, nullptr otherwise

  Arity* arity_storage() { return reinterpret_cast<Arity*>(this + 1); }
};

struct Closure : Object {
  static constexpr Kind kKind = Kind::kClosure;
  static constexpr uint16_t kSlots = 1;
  Value proto;
  Value* captures() { return &proto + 1; }
  FnProto* fn() const { return static_cast<FnProto*>(proto.as_object()); }
};

// What the emitter produces for one arity, before it becomes a FnProto.
struct ArityCode {
  uint8_t params = 0;
  bool variadic = false;
  uint16_t registers = 0;
  std::vector<uint32_t> words;
  std::vector<ExceptionEntry> exceptions;
  std::vector<LineEntry> lines;
};

Value make_proto(Value name, Value file, uint16_t capture_count, const std::vector<ArityCode>& arities,
                 const Value* constants, size_t constant_count);
Value make_closure(Value proto);  // captures nil; no captures expected at top level

// Recomputes the native pointers of a prototype copied into a boot image, whose slots already
// hold the addresses that they will have when it is mapped; `address` is its own.
void prepare_proto_for_image(FnProto* copy, uint64_t address, const FnProto* original);

// Line and column of a code address, 0 when unknown. `pc` counts words from Arity::code.
struct Position { uint32_t line, column; };
Position position_of(const FnProto* proto, const Arity& arity, uint32_t pc);
// The reason that the line table has for a nil that the instruction at `pc` calls, or nil.
Value reason_of_nil_at(const FnProto* proto, const Arity& arity, uint32_t pc);
// The arity whose code contains `pc`.
const Arity& arity_at(const FnProto* proto, const uint32_t* pc);

}  // namespace clj::exec

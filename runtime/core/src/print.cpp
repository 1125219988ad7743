// Printing: the entry points and the choice by kind.
#include "clj/core/print.h"

#include <algorithm>

#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/numbers.h"
#include "clj/core/roots.h"
#include "clj/core/tagged.h"
#include "clj/core/type.h"
#include "clj/core/instant.h"
#include "clj/core/uuid.h"
#include "clj/core/var.h"
#include "printer.h"

namespace clj {

PrintHooks print_hooks;

namespace {

// The var's value; nil while there is no such var (an image being made, unit tests).
Value setting(Value var) {
  Var* v = try_cast<Var>(var);
  return v && v->is_bound() ? deref(v) : Value::nil();
}

int64_t limit(Value var) {
  Value v = setting(var);
  return is_number(v) ? to_long(v) : -1;
}

}  // namespace

Printer::Printer(StringBuffer& out, bool readably, const PrintFlush* flush)
    : out_(out),
      flush_(flush),
      readably_(readably),
      dup_(setting(roots.var_print_dup_flag).truthy()),
      meta_(dup_ || (readably && setting(roots.var_print_meta).truthy())),
      namespace_maps_(setting(roots.var_print_namespace_maps).truthy()),
      length_(dup_ ? kUnlimited : limit(roots.var_print_length)),
      level_(kUnlimited) {
  // Below zero everything is too deep.
  Value level = setting(roots.var_print_level);
  if (!dup_ && is_number(level)) level_ = std::max<int64_t>(to_long(level), 0);
  if (dup_) readably_ = true;
}

void print_value(StringBuffer& out, Value v, bool readably, const PrintFlush* flush) {
  Printer(out, readably, flush).print(v);
}

void print_builtin(StringBuffer& out, Value v, bool readably, const PrintFlush* flush) {
  Printer(out, readably, flush).print_builtin(v);
}

std::string print_text(Value v, bool readably) {
  StringBuffer out;
  print_value(out, v, readably);
  return out.to_utf8();
}

void Printer::print(Value v) {
  if (print_hooks.is_extended && print_hooks.is_extended(v)) {
    Value writer = flush();
    // The program's method sees in *print-readably* that this is print.
    Value flag[] = {roots.var_print_readably, Value::nil()};
    BindingScope scope(readably_ || dup_ ? roots.empty_array_map : make_map(flag, 2));
    print_hooks.print_extended(out_, v, writer);
    return;
  }
  print_builtin(v);
}

void Printer::print_builtin(Value v) {
  if (dup_) return print_dup(v);
  if (!v.is_object()) return print_immediate(v);
  check_stack();
  print_object_kind(v);
}

void Printer::print_immediate(Value v) {
  if (v.is_nil()) {
    write("nil");
  } else if (v.is_boolean()) {
    write(v.is_true() ? "true" : "false");
  } else if (v.is_character()) {
    print_character(v.as_character());
  } else if (v.is_absent()) {
    write("#<absent>");  // internal; shown only in the runtime's own diagnostics
  } else {
    print_number(v);
  }
}

void Printer::print_number(Value v) {
  std::string text = number_text(v);
  if (text == "Infinity") text = "##Inf";
  if (text == "-Infinity") text = "##-Inf";
  if (text == "NaN") text = "##NaN";
  write(text);
  if (is_kind(v, Kind::kBigInt)) write("N");
  if (is_kind(v, Kind::kBigDecimal)) write("M");
}

void Printer::print_object_kind(Value v) {
  Kind kind = v.as_object()->kind;
  switch (kind) {
    case Kind::kBoxedLong: case Kind::kBigInt: case Kind::kBigInteger: case Kind::kRatio: case Kind::kBigDecimal:
      return print_number(v);
    case Kind::kString: return print_string(as_string(v));
    case Kind::kKeyword: return append_str(out_, v);
    case Kind::kSymbol: print_meta(v); return append_str(out_, v);
    case Kind::kPattern: return print_pattern(v);
    case Kind::kInst: write("#inst \""); write(instant_text(cast<Inst>(v))); return write("\"");
    case Kind::kUuid: write("#uuid \""); write(uuid_text(cast<Uuid>(v))); return write("\"");
    case Kind::kClass: return write_string(cast<Class>(v)->name);
    case Kind::kVar: print_meta(v); return append_str(out_, v);
    case Kind::kTaggedLiteral: {
      auto* literal = cast<TaggedLiteral>(v);
      write("#");
      print(literal->tag);
      write(" ");
      return print(literal->form);
    }
    case Kind::kReaderConditional: {
      auto* conditional = cast<ReaderConditional>(v);
      write(conditional->splicing.truthy() ? "#?@" : "#?");
      return print(conditional->form);
    }
    case Kind::kThrowable: return print_throwable(cast<Throwable>(v));
    case Kind::kStackTraceElement: return print(trace_element(v));
    case Kind::kVector: case Kind::kSubVector: case Kind::kPrimitiveVector: case Kind::kMapEntry:
      print_meta(v);
      return print_sequential("[", v, "]");
    case Kind::kArrayMap: case Kind::kHashMap: case Kind::kTreeMap:
      print_meta(v);
      return print_map(v, true);
    case Kind::kHashSet: case Kind::kTreeSet:
      print_meta(v);
      return print_sequential("#{", v, "}");
    case Kind::kQueue:
    case Kind::kNamespace: print_meta(v); return print_tagged_object(v);
    case Kind::kAtom: case Kind::kVolatile: case Kind::kDelay: case Kind::kReduced: case Kind::kRef:
    case Kind::kAgent: case Kind::kPromise: case Kind::kFuture:
      return print_reference(v);
    case Kind::kInstance: return print_instance(v);
    case Kind::kHostObject: return print_host_object(v);
    case Kind::kEmptyList: print_meta(v); return write(level_ == 0 ? "#" : "()");
    default:
      if (info(kind).flags & (kSeq | kSequential)) {
        print_meta(v);
        return print_sequential("(", v, ")");
      }
      if (info(kind).flags & kFunction) print_meta(v);
      return print_tagged_object(v);
  }
}

}  // namespace clj

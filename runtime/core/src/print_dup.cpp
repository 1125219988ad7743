// *print-dup*: text that, read again, gives a value of the very same type.
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/numbers.h"
#include "clj/core/record.h"
#include "clj/core/roots.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "printer.h"

namespace clj {

// #=(java.lang.Integer. "1")
void Printer::print_constructor(std::string_view class_name, Value text) {
  write("#=(");
  write(class_name);
  write(". ");
  print_string(as_string(text));
  write(")");
}

void Printer::print_dup(Value v) {
  check_stack();
  if (v.is_immediate() && !v.is_character()) {
    Value name = cast<Class>(class_of(v))->name;
    return print_constructor(to_utf8(name), str_value(v));
  }
  if (!v.is_object()) return print_immediate(v);
  Kind kind = v.as_object()->kind;
  if (kind == Kind::kBigInteger) return print_constructor("java.math.BigInteger", str_value(v));
  switch (kind) {
    case Kind::kBoxedLong: case Kind::kBigInt: case Kind::kRatio: case Kind::kBigDecimal: case Kind::kString:
    case Kind::kKeyword: case Kind::kSymbol: case Kind::kPattern: case Kind::kInst: case Kind::kUuid:
    case Kind::kEmptyList:
      return print_object_kind(v);
    case Kind::kClass:
      write("#=");
      return write_string(cast<Class>(v)->name);
    case Kind::kVar: {
      std::string text = var_text(cast<Var>(v));
      write("#=(var ");
      write(std::string_view(text).substr(2));
      return write(")");
    }
    case Kind::kNamespace:
      write("#=(find-ns ");
      append_str(out_, cast<Namespace>(v)->name);
      return write(")");
    case Kind::kVector: case Kind::kPrimitiveVector:
      print_meta(v);
      return print_sequential("[", v, "]");
    case Kind::kHashSet:
      print_meta(v);
      return print_sequential("#{", v, "}");
    case Kind::kHashMap:
      print_meta(v);
      return print_map(v, false);
    case Kind::kArrayMap: case Kind::kTreeMap: case Kind::kTreeSet: case Kind::kSubVector: case Kind::kMapEntry: {
      print_meta(v);
      write("#=(");
      write(info(kind).jvm_class);
      write("/create ");
      if (is_map(v)) {
        print_map(v, false);
      } else {
        print_sequential("[", v, "]");
      }
      return write(")");
    }
    case Kind::kQueue: return print_tagged_object(v);
    case Kind::kInstance:
      if (is_record(v)) {
        if (deref(cast<Var>(roots.var_verbose_defrecords)).truthy()) return print_record(v);
        auto* record = cast<Instance>(v);
        print_meta(v);
        write("#");
        write_string(cast<Class>(record->type)->name);
        write("[");
        bool is_first = true;
        for_each_kv(v, [&](Value, Value value) {
          if (!is_first) write(", ");
          is_first = false;
          print(value);
          return true;
        });
        return write("]");
      }
      break;
    default:
      if (info(kind).flags & kFunction) {
        write("#=(");
        write_string(cast<Class>(class_of(v))->name);
        return write(". )");
      }
      if (info(kind).flags & (kSeq | kSequential)) {
        print_meta(v);
        return print_sequential("(", v, ")");
      }
  }
  // Collections of programs, and those of the host in Clojure.
  bool map = is_instance(roots.class_persistent_map, v);
  if (map || is_instance(roots.class_persistent_collection, v)) {
    print_meta(v);
    if (is_instance(roots.class_seq, v)) return print_sequential("(", v, ")");
    write("#=(");
    write_string(cast<Class>(class_of(v))->name);
    write("/create ");
    if (map) print_map(v, false);
    else print_sequential("[", v, "]");
    return write(")");
  }
  bool java_map = is_instance(roots.class_java_map, v);
  if (java_map || is_instance(roots.class_java_collection, v)) {
    write("#=(");
    write_string(cast<Class>(class_of(v))->name);
    write(". ");
    if (java_map) print_map(v, false);
    else print_sequential("[", v, "]");
    return write(")");
  }
  throw_error(Error::kIllegalArgument, "No method in multimethod 'print-dup' for dispatch value: class " +
                                           to_utf8(cast<Class>(class_of(v))->name));
}

}  // namespace clj

// (str x): what Java's toString gives, and "" for nil.
#include <charconv>
#include <cstdio>

#include "clj/core/bigdecimal.h"
#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/equality.h"
#include "clj/core/error.h"
#include "clj/core/instant.h"
#include "clj/core/numbers.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/string_builder.h"
#include "clj/core/type.h"
#include "clj/core/uuid.h"
#include "clj/core/var.h"
#include "host_members.h"
#include "printer.h"

namespace clj {

namespace {

// Object.toString: "user.P@1b2c3d4".
void append_default(StringBuffer& out, Value v) {
  out.append(as_string(cast<Class>(class_of(v))->name));
  char hash[16];
  snprintf(hash, sizeof hash, "@%x", java_hash_code(v));
  out.append(hash);
}

void append_throwable(StringBuffer& out, Throwable* throwable) {
  auto* cls = cast<Class>(throwable->type);
  // An exception of the compiler is its message.
  if (Value message = message_of(throwable); throwable->type == error_class(Error::kCompilerException) && !message.is_nil()) {
    append_str(out, message);
    return;
  }
  out.append(as_string(cls->name));
  bool has_data = throwable->type == error_class(Error::kExceptionInfo);
  if (Value message = message_of(throwable); !message.is_nil()) {
    out.append(": ");
    append_str(out, message);
  } else if (has_data) {
    out.append(": null");
  }
  if (has_data) {
    out.append(" ");
    append_str(out, throwable->data);
  }
}

void append_class(StringBuffer& out, Class* cls) {
  if (!is_primitive_class(cls)) out.append(cls->has_flag(Class::kInterface) ? "interface " : "class ");
  out.append(as_string(cls->name));
}

// The line number by which a StackTraceElement tells that its method is native.
constexpr int64_t kNativeMethodLine = -2;

// StackTraceElement.toString: "user$f.invoke(a.clj:3)".
void append_frame(StringBuffer& out, Value element) {
  Value* slots = element.as_object()->slot_array();
  append_str(out, slots[0]);
  out.append(".");
  append_str(out, slots[1]);
  out.append("(");
  if (is_long(slots[3]) && as_long(slots[3]) == kNativeMethodLine) {
    out.append("Native Method");
  } else if (slots[2].is_nil()) {
    out.append("Unknown Source");
  } else {
    append_str(out, slots[2]);
    if (is_long(slots[3]) && as_long(slots[3]) >= 0) {
      out.append(":");
      append_str(out, slots[3]);
    }
  }
  out.append(")");
}

// Collections whose toString is their printed form under the *print-…* vars.
void append_printed(StringBuffer& out, Value v) {
  Var* readably = try_cast<Var>(roots.var_print_readably);
  print_value(out, v, !readably || !readably->is_bound() || deref(readably).truthy());
}

void append_by_member(StringBuffer& out, Value v) {
  const HostMember* row = find_host_member(base_class_of(v), MemberKind::kMethod, "toString", 0);
  if (!row || std::string_view(row->class_name) == "java.lang.Object") return append_default(out, v);
  Value target = v;
  append_str(out, row->code(&target, 1));
}

void append_instance(StringBuffer& out, Value v) {
  Value name = make_symbol("", "toString");
  if (find_method(v, name).is_absent()) return append_default(out, v);
  Value text = call_method(v, name, nullptr, 0);
  if (text.is_nil()) return out.append("null");
  append_str(out, text);
}

bool has_own_to_string(Value v) { return is_proxy(v) && !find_method(v, make_symbol("", "toString")).is_absent(); }

}  // namespace

std::string_view long_text(int64_t n, char (&buffer)[24]) {
  return {buffer, static_cast<size_t>(std::to_chars(buffer, buffer + sizeof buffer, n).ptr - buffer)};
}

void append_str(StringBuffer& out, Value v) {
  if (!v.is_object()) {
    if (v.is_inline_long()) {
      char buffer[24];
      return out.append(long_text(v.as_inline_long(), buffer));
    }
    if (v.is_nil()) return;
    if (v.is_boolean()) return out.append(v.is_true() ? "true" : "false");
    if (v.is_character()) return out.append_unit(v.as_character());
    return out.append(number_text(v));
  }
  Kind kind = v.as_object()->kind;
  switch (kind) {
    case Kind::kString: return out.append(as_string(v));
    case Kind::kBoxedLong: case Kind::kBigInt: case Kind::kBigInteger: case Kind::kRatio: case Kind::kBigDecimal:
      return out.append(number_text(v));
    case Kind::kKeyword:
      out.append(":");
      return append_str(out, cast<Keyword>(v)->symbol);
    case Kind::kSymbol: {
      auto* symbol = cast<Symbol>(v);
      if (!symbol->ns.is_nil()) {
        out.append(as_string(symbol->ns));
        out.append("/");
      }
      return out.append(as_string(symbol->name));
    }
    case Kind::kPattern: return out.append(as_string(pattern_source(v)));
    case Kind::kUuid: return out.append(uuid_text(cast<Uuid>(v)));
    case Kind::kClass: return append_class(out, cast<Class>(v));
    case Kind::kVar: return out.append(var_text(cast<Var>(v)));
    case Kind::kUnbound:
      out.append("Unbound: ");
      return append_str(out, cast<Unbound>(v)->var);
    case Kind::kNamespace: return append_str(out, cast<Namespace>(v)->name);
    case Kind::kThrowable:
      return has_own_to_string(v) ? append_instance(out, v) : append_throwable(out, cast<Throwable>(v));
    case Kind::kStackTraceElement: return append_frame(out, v);
    case Kind::kRoundingMode: return out.append(rounding_name(cast<RoundingMode>(v)->rounding));
    case Kind::kMathContext: {
      auto* context = cast<MathContext>(v);
      out.append("precision=" + std::to_string(context->digits) + " roundingMode=");
      return out.append(rounding_name(context->rounding));
    }
    case Kind::kInstance: return append_instance(out, v);
    case Kind::kInst: {
      Value to_string = find_class_method(class_of(v), make_symbol("", "toString"));
      return to_string.is_absent() ? append_default(out, v) : append_str(out, invoke(to_string, v));
    }
    case Kind::kStringBuilder: {
      auto* builder = cast<StringBuilder>(v);
      return out.append(builder->units(), builder->length);
    }
    case Kind::kMatcher: case Kind::kHostObject: case Kind::kWriter: case Kind::kReader:
      return has_own_to_string(v) ? append_instance(out, v) : append_by_member(out, v);
    case Kind::kEmptyList: return out.append("()");
    case Kind::kLazySeq: case Kind::kQueue: case Kind::kPrimitiveVector: case Kind::kPrimitiveVectorSeq:
      return append_default(out, v);
    default:
      if (info(kind).flags & (kSeq | kSequential | kMap | kSet)) return append_printed(out, v);
      return append_default(out, v);
  }
}

Value str_value(Value v) {
  if (is_string(v)) return v;
  if (v.is_nil()) return roots.empty_string;
  if (v.is_inline_long()) {
    char buffer[24];
    return make_string(long_text(v.as_inline_long(), buffer));
  }
  if (auto* builder = try_cast<StringBuilder>(v)) return to_string(builder);
  StringBuffer out;
  append_str(out, v);
  return out.to_string();
}

}  // namespace clj

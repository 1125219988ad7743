// Strings, symbols and keywords.
#include "clj/core/format.h"
#include "clj/core/munge.h"
#include "clj/core/next_id.h"
#include "clj/core/host.h"
#include "native.h"

namespace clj::builtins {

namespace {

// The symbol inside a symbol or keyword, nullptr for anything else.
const Symbol* symbol_of(Value v) {
  if (Keyword* keyword = try_cast<Keyword>(v)) return cast<Symbol>(keyword->symbol);
  return try_cast<Symbol>(v);
}

Value optional_string(Value v) {
  if (!v.is_nil()) string_arg(v);
  return v;
}

// What (keyword x) and (find-keyword x) name: absent() when x is no name.
Value keyword_symbol(const Value* args, uint32_t count) {
  if (count == 2) {
    Value ns = optional_string(args[0]);
    if (args[1].is_nil()) throw_error(Error::kNullPointer, "Cannot invoke \"String.hashCode()\" because \"this.name\" is null");
    string_arg(args[1]);
    return make_symbol(ns, args[1]);
  }
  if (const Symbol* symbol = symbol_of(args[0])) return make_symbol(symbol->ns, symbol->name);
  return is_string(args[0]) ? parse_symbol(args[0]) : Value::absent();
}

}  // namespace

CLJ_FN(str) {
  if (count == 0) return roots.empty_string;
  if (count == 1) {
    // What toString of a program's object gives is not looked at.
    Value method = is_kind(args[0], Kind::kInstance) ? find_method(args[0], make_symbol("", "toString")) : Value::absent();
    return method.is_absent() ? str_value(args[0]) : invoke(method, args[0]);
  }
  StringBuffer out;
  for (uint32_t i = 0; i < count; ++i) append_str(out, args[i]);
  return out.to_string();
}

CLJ_FN(subs) {
  // What is of another class is refused before a nil.
  if (!args[0].is_nil()) string_arg(args[0]);
  int64_t from = int_arg(args[1]), end = count == 3 ? int_arg(args[2]) : 0;
  if (args[0].is_nil())
    throw_error(Error::kNullPointer, count == 3 ? "Cannot invoke \"String.substring(int, int)\" because \"s\" is null"
                                                : "Cannot invoke \"String.substring(int)\" because \"s\" is null");
  const String* string = string_arg(args[0]);
  int64_t length = string->length, to = count == 3 ? end : length;
  if (from < 0 || to > length || from > to)
    throw_error(Error::kStringIndexOutOfBounds, "begin " + std::to_string(from) + ", end " + std::to_string(to) +
                                                    ", length " + std::to_string(length));
  return substring(string, static_cast<uint32_t>(from), static_cast<uint32_t>(to));
}

namespace {
// The method of an object that is Named; other objects may have one of that name, too.
Value call_named(Value named, const char* method) {
  if (named.is_nil()) throw_error(Error::kNullPointer, "Cannot invoke \"clojure.lang.Named." + std::string(method) + "()\" because \"x\" is null");
  Value interface = find_class("clojure.lang.Named");
  if (is_kind(named, Kind::kInstance) && is_instance(interface, named)) {
    Value found = find_method(named, make_symbol("", method));
    if (!found.is_absent()) return invoke(found, named);
    check_interface_method(named, interface, method, 0);
  }
  throw_class_cast(named, "clojure.lang.Named");
}
}  // namespace

CLJ_FN(name) {
  if (is_string(args[0])) return args[0];
  if (const Symbol* symbol = symbol_of(args[0])) return symbol->name;
  return call_named(args[0], "getName");
}

CLJ_FN(namespace_name) {
  if (const Symbol* symbol = symbol_of(args[0])) return symbol->ns;
  return call_named(args[0], "getNamespace");
}

CLJ_FN(symbol) {
  if (count == 2) {
    Value ns = optional_string(args[0]);
    string_arg(args[1]);
    return make_symbol(ns, args[1]);
  }
  if (is_symbol(args[0])) return args[0];
  if (is_string(args[0])) return parse_symbol(args[0]);
  if (Keyword* keyword = try_cast<Keyword>(args[0])) return keyword->symbol;
  if (Var* var = try_cast<Var>(args[0])) {
    Value ns = var->ns.is_nil() ? Value::nil() : cast<Symbol>(cast<Namespace>(var->ns)->name)->name;
    return make_symbol(ns, cast<Symbol>(var->symbol)->name);
  }
  throw_error(Error::kIllegalArgument, "no conversion to symbol");
}

CLJ_FN(keyword) {
  if (count == 1 && is_keyword(args[0])) return args[0];
  Value symbol = keyword_symbol(args, count);
  return symbol.is_absent() ? Value::nil() : make_keyword(symbol);
}

CLJ_FN(find_keyword_value) {
  if (count == 1 && is_keyword(args[0])) return args[0];
  Value symbol = keyword_symbol(args, count);
  return symbol.is_absent() ? Value::nil() : find_keyword(symbol);
}

CLJ_FN(gensym) {
  std::string number = std::to_string(next_id());
  Value prefix = count == 0 ? make_string("G__") : str_value(args[0]);
  return parse_symbol(concat(as_string(prefix), as_string(make_string(number))));
}

CLJ_FN(format) {
  if (args[0].is_nil()) throw_error(Error::kNullPointer, "Cannot invoke \"String.length()\" because \"s\" is null");
  string_arg(args[0]);
  return clj::format(args[0], args + 1, count - 1);
}

CLJ_FN(munge_value) {
  Value munged = make_string(munge(to_utf8(str_value(args[0]))));
  return is_symbol(args[0]) ? make_symbol(Value::nil(), munged) : munged;
}

}  // namespace clj::builtins

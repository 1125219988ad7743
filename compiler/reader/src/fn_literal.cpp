// #(…) and its arguments.
#include "reader_parts.h"

namespace clj::reader {

namespace {

constexpr int64_t kRest = -1;

Value argument_symbol(int64_t number) {
  std::string name = number == kRest ? "rest" : "p" + std::to_string(number);
  return make_symbol("", name + "__" + std::to_string(next_id()) + "#");
}

}  // namespace

// After "#(".
Value Reader::read_fn_literal() {
  if (fn_arguments_) throw_error(Error::kIllegalState, "Nested #()s are not allowed");
  struct Scope {
    explicit Scope(Reader& reader, FnArguments* arguments) : reader_(reader) { reader_.fn_arguments_ = arguments; }
    ~Scope() { reader_.fn_arguments_ = nullptr; }
    Reader& reader_;
  };
  FnArguments arguments;
  Value body;
  {
    Scope scope(*this, &arguments);
    source_.unread('(');
    body = read_required();
  }
  gc::ValueList parameters;
  for (size_t i = 0; i < arguments.positional.size(); ++i) {
    Value symbol = arguments.positional[i];
    parameters.push_back(symbol.is_nil() ? argument_symbol(static_cast<int64_t>(i) + 1) : symbol);
  }
  if (!arguments.rest.is_nil()) {
    parameters.push_back(roots.sym_amp);
    parameters.push_back(arguments.rest);
  }
  return cells({roots.sym_fn, make_vector(parameters.data(), parameters.size()), body});
}

// The symbol for %number (kRest: %&), made when first met.
Value Reader::fn_argument(int64_t number) {
  FnArguments& arguments = *fn_arguments_;
  if (number == 0) return argument_symbol(0);  // no parameter: the compiler finds nothing of this name
  if (number < 0) {
    if (arguments.rest.is_nil()) arguments.rest = argument_symbol(kRest);
    return arguments.rest;
  }
  auto index = static_cast<size_t>(number - 1);
  if (index >= arguments.positional.size()) arguments.positional.resize(index + 1);
  if (arguments.positional[index].is_nil()) arguments.positional[index] = argument_symbol(number);
  return arguments.positional[index];
}

// After "%".
Value Reader::read_argument() {
  if (!fn_arguments_) return interpret_token(read_token('%'));
  int unit = source_.read();
  source_.unread(unit);
  if (is_terminating(unit)) return fn_argument(1);
  Value number = read_required();
  if (is_symbol(number) && equal(cast<Symbol>(number), cast<Symbol>(roots.sym_amp))) return fn_argument(kRest);
  if (!is_number(number)) throw_error(Error::kIllegalState, "arg literal must be %, %& or %integer");
  int64_t n = to_long(number);
  // The compiler takes 20; the bound here only keeps a mistyped number from filling memory.
  constexpr int64_t kMostArguments = 255;
  if (n > kMostArguments) throw_error(Error::kIllegalState, "Can't specify more than 20 params");
  return fn_argument(n);
}

}  // namespace clj::reader

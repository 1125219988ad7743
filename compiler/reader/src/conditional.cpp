// Reader conditionals: #?(:feature form …) and #?@(…).
#include "reader_parts.h"

namespace clj::reader {

bool Reader::has_feature(Value feature) {
  if (!is_keyword(feature))
    throw_error(Error::kRuntimeException, "Feature should be a keyword: " + text_of(feature));
  if (feature == roots.kw_default_ || feature == roots.kw_clj || feature == roots.kw_cljvm) return true;
  return !options_.features.is_nil() && contains(options_.features, feature);
}

// After "#?".
Value Reader::read_conditional() {
  if (options_.conditionals == Options::Conditionals::kForbid)
    throw_error(Error::kRuntimeException, "Conditional read not allowed");
  bool top_level = depth_ == 0;
  int unit = source_.read();
  bool splicing = unit == '@';
  if (splicing) unit = source_.read();
  if (is_whitespace(unit)) unit = next_visible();
  if (unit == kEnd) throw_error(Error::kRuntimeException, "EOF while reading character");
  if (unit != '(') throw_error(Error::kRuntimeException, "read-cond body must be a list");
  if (options_.conditionals == Options::Conditionals::kAllow) return read_branches(splicing, top_level);
  bool outer = suppress_;
  suppress_ = true;
  source_.unread(unit);
  Value form = read_required();
  suppress_ = outer;
  return make_reader_conditional(form, Value::boolean(splicing));
}

Value Reader::read_branches(bool splicing, bool top_level) {
  Sub sub(*this);
  int first_line = source_.line();
  Value taken = Value::absent();
  bool outer = suppress_;
  for (;;) {
    Value form;
    Status status;
    if (taken.is_absent()) {
      status = read_element(form, ')');
      if (status == Status::kEndOfSource) throw_eof_in(first_line);
      if (status == Status::kClosed) break;
      if (is_keyword(form)) {
        std::string name = symbol_text(cast<Keyword>(form)->symbol);
        if (name == "else" || name == "none")
          throw_error(Error::kRuntimeException, "Feature name :" + name + " is reserved.");
      }
      if (has_feature(form)) {
        status = read_element(form, ')');
        if (status == Status::kEndOfSource) throw_eof_in(first_line);
        if (status == Status::kClosed) {
          if (first_line <= 0) throw_error(Error::kRuntimeException, "read-cond requires an even number of forms.");
          throw_errorf(Error::kRuntimeException, "read-cond starting on line %d requires an even number of forms",
                       first_line);
        }
        taken = form;
      }
    }
    suppress_ = true;  // a form that is not taken, or what follows the one that is
    status = read_element(form, ')');
    suppress_ = outer;
    if (status == Status::kEndOfSource) throw_eof_in(first_line);
    if (status == Status::kClosed) break;
  }
  if (taken.is_absent() || !splicing) return taken;
  if (!is_sequential(taken))
    throw_error(Error::kRuntimeException, "Spliced form list in read-cond-splicing must implement java.util.List");
  if (top_level)
    throw_error(Error::kRuntimeException, "Reader conditional splicing not allowed at the top level.");
  gc::ValueList spliced;
  append_elements(taken, spliced);
  for (size_t i = spliced.size(); i > 0; --i) pending_.push_back(spliced[i - 1]);
  return Value::absent();
}

}  // namespace clj::reader

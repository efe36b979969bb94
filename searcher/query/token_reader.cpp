#include "searcher/query/token_reader.hpp"

namespace dateline::searcher {

const Operator* TokenReader::operator_at(std::ptrdiff_t ahead) const
{
    const QueryToken* const token = peek(ahead);
    const bool is_there = token != nullptr && token->kind == TokenKind::Operator;
    return is_there ? &operator_of({.op = token->text}) : nullptr;
}

bool TokenReader::is_near(std::ptrdiff_t ahead) const
{
    const Operator* const op = operator_at(ahead);
    return op != nullptr && op->binding == Binding::Near;
}

const Operator* TokenReader::join(Binding binding) const
{
    if (peek() == nullptr || peek()->kind == TokenKind::Close) { return nullptr; }
    const Operator* const written = operator_at();
    if (written != nullptr && written->binding == binding) { return written; }
    const bool is_looser = written != nullptr && written->binding == Binding::Or;
    return binding == Binding::And && !is_looser ? &operator_of({.op = "and"}) : nullptr;
}

Failure TokenReader::no_word_before_operator() const
{
    const QueryToken& op = *peek(-1);
    const QueryToken* const before = peek(-2);
    if (before != nullptr && before->kind == TokenKind::Field) {
        return query_error(op.offset, "an operator stands between a field and its value",
                           "write it before the field, as in -title:visit");
    }
    if (op.text == "not" && is_near(-2)) {
        return query_error(op.offset, "NOT cannot stand behind NEAR and its like",
                           "write oil NOT NEAR/5 price for oil without a price near it");
    }
    return query_error(op.offset, "a word is missing before this operator",
                       "write one, or put the operator in quotes to search for it");
}

}  // namespace dateline::searcher

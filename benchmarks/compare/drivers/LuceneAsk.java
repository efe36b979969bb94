// Answers questions (benchmarks/compare/question.hpp) from Lucene: LuceneAsk FOLDER [QUESTION].
// Without a question it reads them from standard input, a line each, as ask_loop.cpp does; with one
// it answers that, then prints the ids, a line each. Exits with 2 if it cannot, or if it refuses the
// one question.

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopDocsCollector;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.search.spans.SpanNearQuery;
import org.apache.lucene.search.spans.SpanQuery;
import org.apache.lucene.search.spans.SpanTermQuery;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.Version;

public final class LuceneAsk {
    private static final int HITS = 10;
    private static final int TOP_VALUES = 20;

    /** Words that SpanNearQuery lets lie between two words whose positions differ by kNear
     *  (words.hpp). A sloppy phrase ("a b"~10) would ask for two places more where the words stand the other way. */
    private static final int NEAR_SLOP = 9;

    /** What question.hpp says of a question. */
    private static final class Question {
        final String kind;
        final List<String> words;
        final String from;
        final String to;
        final String country;
        final boolean facets;
        final boolean byDate;
        final boolean exact;

        Question(String line) {
            String[] parts = line.split("\t", -1);
            if (parts.length != 8) {
                throw new IllegalArgumentException("a question has 8 parts, this has "
                        + parts.length);
            }
            kind = parts[0];
            words = Arrays.stream(parts[1].split(" ")).filter(word -> !word.isEmpty())
                    .collect(Collectors.toList());
            if (kind.equals("all") != words.isEmpty()) {
                throw new IllegalArgumentException("'all' has no words, any other kind has some");
            }
            for (String word : words) {
                if (!word.matches("[a-z]+")) {
                    throw new IllegalArgumentException("not lower-case ASCII letters: " + word);
                }
            }
            if (!parts[2].matches("([0-9]{8})?") || !parts[3].matches("([0-9]{8})?")) {
                throw new IllegalArgumentException("not days, YYYYMMDD: " + parts[2] + ' '
                        + parts[3]);
            }
            from = parts[2];
            to = parts[3];
            country = parts[4];
            facets = parts[5].equals("1");
            byDate = parts[6].equals("1");
            exact = parts[7].equals("1");
        }

        boolean isFiltered() {
            return !from.isEmpty() || !country.isEmpty();
        }
    }

    private static final class FacetStates {
        final SortedSetDocValuesReaderState countries;
        final SortedSetDocValuesReaderState people;

        FacetStates(SortedSetDocValuesReaderState countries,
                SortedSetDocValuesReaderState people) {
            this.countries = countries;
            this.people = people;
        }
    }

    private static final class Answer {
        long total;
        String relation = "=";
        List<String> ids = new ArrayList<>();
        long nanoseconds;

        @Override
        public String toString() {
            return total + "\t" + relation + "\t" + nanoseconds;
        }
    }

    private final Analyzer analyzer = new EnglishAnalyzer();
    private final QueryParser parser = new QueryParser(LuceneIndex.TEXT, analyzer);
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Sort newestFirst;
    private FacetStates facetStates = null;  // made when a question wants facets
    private long counted = 0;  // what facets found, so that no compiler may leave them out

    private LuceneAsk(String folder) throws IOException {
        if (!Files.isDirectory(Paths.get(folder))) {  // MMapDirectory would make it
            throw new IOException("no folder " + folder);
        }
        reader = DirectoryReader.open(new MMapDirectory(Paths.get(folder)));
        searcher = new IndexSearcher(reader);
        // A user has Lucene's LRU cache, which keeps what filters match when they come again. It is
        // off so that a question never asked before costs its whole work; "again" forgoes it too.
        searcher.setQueryCache(null);
        SortField date = new SortField(LuceneIndex.DATE, SortField.Type.LONG, true);
        date.setCanUsePoints();
        newestFirst = new Sort(date);
    }

    private FacetStates facetStates() throws IOException {
        if (facetStates == null) {
            facetStates = new FacetStates(facetState(LuceneIndex.COUNTRY_FACETS),
                    facetState(LuceneIndex.PERSON_FACETS));
        }
        return facetStates;
    }

    /** Null if no article of the index has a value. */
    private SortedSetDocValuesReaderState facetState(String field) throws IOException {
        return MultiDocValues.getSortedSetValues(reader, field) == null
                ? null : new DefaultSortedSetDocValuesReaderState(reader, field);
    }

    /** Any order, by the stems that the analyzer makes. */
    private Query near(Question question) throws IOException {
        List<SpanQuery> parts = new ArrayList<>();
        try (TokenStream stream =
                analyzer.tokenStream(LuceneIndex.TEXT, String.join(" ", question.words))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                parts.add(new SpanTermQuery(new Term(LuceneIndex.TEXT, term.toString())));
            }
            stream.end();
        }
        if (parts.isEmpty()) {
            return new MatchNoDocsQuery();
        }
        return parts.size() == 1
                ? parts.get(0)
                : new SpanNearQuery(parts.toArray(new SpanQuery[0]), NEAR_SLOP, false);
    }

    private Query words(Question question) throws IOException, ParseException {
        switch (question.kind) {
            case "all":
                return new MatchAllDocsQuery();
            case "near":
                return near(question);
            case "term":
            case "and":
                return parser.parse(String.join(" AND ", question.words));
            case "or":
                return parser.parse(String.join(" OR ", question.words));
            case "phrase":
                return parser.parse('"' + String.join(" ", question.words) + '"');
            case "prefix":
                return parser.parse(String.join("* AND ", question.words) + '*');
            default:
                throw new IllegalArgumentException("unknown kind: " + question.kind);
        }
    }

    private Query query(Question question) throws IOException, ParseException {
        Query words = words(question);
        if (!question.isFiltered()) {
            return words;
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(words, BooleanClause.Occur.MUST);
        if (!question.from.isEmpty()) {
            long from = Long.parseLong(question.from);
            long to = question.to.isEmpty() ? Long.MAX_VALUE : Long.parseLong(question.to);
            all.add(new IndexOrDocValuesQuery(
                    LongPoint.newRangeQuery(LuceneIndex.DATE, from, to),
                    NumericDocValuesField.newSlowRangeQuery(LuceneIndex.DATE, from, to)),
                    BooleanClause.Occur.FILTER);
        }
        if (!question.country.isEmpty()) {
            all.add(new TermQuery(new Term(LuceneIndex.COUNTRY, question.country)),
                    BooleanClause.Occur.FILTER);
        }
        return all.build();
    }

    /** Counts over `hits`; over all articles, the shorter way that Lucene has, if that is null. */
    private void count(SortedSetDocValuesReaderState state, String dimension, FacetsCollector hits)
            throws IOException {
        if (state != null) {
            SortedSetDocValuesFacetCounts counts = hits == null
                    ? new SortedSetDocValuesFacetCounts(state)
                    : new SortedSetDocValuesFacetCounts(state, hits);
            FacetResult top = counts.getTopChildren(TOP_VALUES, dimension);
            counted += top == null ? 0 : top.labelValues.length; // null: no hit has any value
        }
    }

    /** Countries and people. */
    private void countBoth(FacetsCollector hits) throws IOException {
        FacetStates states = facetStates();
        count(states.countries, LuceneIndex.COUNTRY, hits);
        count(states.people, LuceneIndex.PERSON, hits);
    }

    private TopDocs searchAndCount(Question question, Query query) throws IOException {
        FacetsCollector hits = new FacetsCollector();
        TopDocs top = question.byDate
                ? FacetsCollector.search(searcher, query, HITS, newestFirst, hits)
                : FacetsCollector.search(searcher, query, HITS, hits);
        countBoth(hits);
        return top;
    }

    private TopDocs search(Question question, Query query) throws IOException {
        return question.byDate ? searcher.search(query, HITS, newestFirst)
                               : searcher.search(query, HITS);
    }

    private TopDocs searchExactly(Question question, Query query) throws IOException {
        TopDocsCollector<?> collector = question.byDate
                ? TopFieldCollector.create(newestFirst, HITS, Integer.MAX_VALUE)
                : TopScoreDocCollector.create(HITS, Integer.MAX_VALUE);
        searcher.search(query, collector);
        return collector.topDocs();
    }

    /** Every article: the total is known, and the facets need no list of hits. */
    private TopDocs everything(Question question, Query query) throws IOException {
        if (question.facets) {
            countBoth(null);
        }
        TopDocs top = search(question, query);
        top.totalHits = new TotalHits(reader.numDocs(), TotalHits.Relation.EQUAL_TO);
        return top;
    }

    private Answer answer(Question question) throws IOException, ParseException {
        long begin = System.nanoTime();
        Query query = query(question);
        TopDocs top;
        if (question.kind.equals("all") && !question.isFiltered()) {
            top = everything(question, query);
        } else if (question.facets) {
            top = searchAndCount(question, query);
        } else {
            top = question.exact ? searchExactly(question, query) : search(question, query);
        }
        Answer answer = new Answer();
        for (ScoreDoc hit : top.scoreDocs) {
            answer.ids.add(searcher.doc(hit.doc, Set.of("id")).get("id"));
        }
        answer.total = top.totalHits.value;
        answer.relation = top.totalHits.relation == TotalHits.Relation.EQUAL_TO ? "=" : ">=";
        answer.nanoseconds = System.nanoTime() - begin;
        return answer;
    }

    /** Answers one line. */
    private void answer(String line, PrintStream out) {
        try {
            out.println(answer(new Question(line)));
        } catch (Exception problem) {
            out.println("no\t" + String.valueOf(problem.getMessage()).replaceAll("\\s+", " "));
        }
        out.flush();
    }

    /** Answers the only question; throws what speaks against it. */
    private void answerWithIds(String line, PrintStream out) throws IOException, ParseException {
        Answer answer = answer(new Question(line));
        out.println(answer);
        answer.ids.forEach(out::println);
        out.flush();
    }

    public static void main(String[] arguments) {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("usage: LuceneAsk FOLDER [QUESTION]");
            System.exit(2);
        }
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        try {
            long begin = System.nanoTime();
            LuceneAsk index = new LuceneAsk(arguments[0]);
            long opening = System.nanoTime() - begin;
            if (arguments.length == 2) {
                index.answerWithIds(arguments[1], out);
                return;
            }
            out.println("ready\tLucene " + Version.LATEST + "\t" + opening);
            out.flush();
            BufferedReader lines = new BufferedReader(
                    new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                index.answer(line, out);
            }
        } catch (Exception problem) {
            System.err.println("LuceneAsk: " + problem);
            System.exit(2);  // 1 stands for "no hits" among commands of a shell
        }
    }
}

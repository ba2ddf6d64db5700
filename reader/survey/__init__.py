"""A whole corpus at once: its stories, the same claim elsewhere, contradictions, who says what."""

from reader.survey.article import SurveyedArticle as SurveyedArticle
from reader.survey.article import SurveyedStatement as SurveyedStatement
from reader.survey.article import survey_article as survey_article
from reader.survey.survey import Contradiction as Contradiction
from reader.survey.survey import Counterpart as Counterpart
from reader.survey.survey import Survey as Survey
from reader.survey.survey import Told as Told

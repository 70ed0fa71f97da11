import { cities, givenNames, type Locale, lines, surnames, trades, words } from './locale';

/** Phone numbers lie in the ranges the regulator keeps free for fiction. */
export const FR: Locale = {
  country: 'FR',
  countryNames: ['Frankreich', 'FR', 'France', 'F'],
  currency: 'EUR',
  callingCode: '33',
  trunk: '0',
  mobile: '6 3998####',
  cities: cities(`
    Lyon || Rhône | 690## | 4 6571####
    Paris || Île-de-France | 750## | 1 9900####
    Lille || Nord | 590## | 3 5301####
    Strasbourg | Straßburg,Strassburg | Bas-Rhin | 670## | 3 5301####
    Nantes || Loire-Atlantique | 440## | 2 6191####
    Toulouse || Haute-Garonne | 310## | 5 3649####
    Grenoble || Isère | 380## | 4 6571####
    Saint-Étienne | St-Etienne,Saint Etienne | Loire | 420## | 4 6571####
    Mulhouse | Mülhausen | Haut-Rhin | 681## | 3 5301####
    Besançon | Besancon | Doubs | 250## | 3 5301####
    Orléans | Orleans | Loiret | 450## | 2 6191####
    Clermont-Ferrand | Clermont Fd | Puy-de-Dôme | 630## | 4 6571####
    Bordeaux |  | Gironde | 330## | 5 3649####
    Marseille | Marseilles | Bouches-du-Rhône | 130## | 4 6571####
    Montpellier |  | Hérault | 340## | 4 6571####
    Rennes |  | Ille-et-Vilaine | 350## | 2 6191####
    Le Havre |  | Seine-Maritime | 766## | 2 6191####
    Reims |  | Marne | 511## | 3 5301####
    Dijon |  | Côte-d'Or | 210## | 3 5301####
    Angers |  | Maine-et-Loire | 490## | 2 6191####
    Le Mans |  | Sarthe | 720## | 2 6191####
    Tours |  | Indre-et-Loire | 370## | 2 6191####
    Limoges |  | Haute-Vienne | 870## | 5 3649####
    Amiens |  | Somme | 800## | 3 5301####
    Metz |  | Moselle | 570## | 3 5301####
    Nancy |  | Meurthe-et-Moselle | 540## | 3 5301####
    Annecy |  | Haute-Savoie | 740## | 4 6571####
    Valence |  | Drôme | 260## | 4 6571####
    Roanne |  | Loire | 423## | 4 6571####
    Cholet |  | Maine-et-Loire | 493## | 2 6191####
    Colmar |  | Haut-Rhin | 680## | 3 5301####
  `),
  streets: lines(`
    #, rue de la République
    #, avenue Jean Jaurès
    #, rue Pasteur
    #, zone industrielle Nord
    #, boulevard Gambetta
    #, rue des Forges
    #, avenue de la Gare
    #, rue du Moulin
    #, chemin des Écoliers
    #, rue Émile Zola
    #, quai des Chartrons
    #, rue de l'Industrie
  `),
  maleNames: givenNames(`
    Jean-Pierre:JP,Jean,J.-Pierre Michel Philippe:Phil Alain Nicolas:Nico Christophe:Chris Laurent Frédéric:Fred,Frederic
    François:Francois Stéphane:Stephane,Steph Olivier Thierry Patrick Bruno Guillaume:Guillem Antoine:Tony Benoît:Benoit
    Jérôme:Jerome Sébastien:Sebastien,Seb Mathieu:Matthieu Vincent Étienne:Etienne Rémi:Remy,Remi Alexandre:Alex
    Jean-Luc:Jean,JL
  `),
  femaleNames: givenNames(`
    Nathalie:Natalie Isabelle:Isa Sylvie Catherine:Cathy Françoise:Francoise Valérie:Valerie Sophie Céline:Celine
    Aurélie:Aurelie Hélène:Helene Marie-Claire:Marie,M.-Claire Élodie:Elodie Camille Véronique:Veronique,Véro
    Sandrine Anne-Sophie:Anne,Annesophie Émilie:Emilie Mathilde Caroline:Caro Florence:Flo
  `),
  surnames: surnames(`
    Moreau Lefèvre:Lefebvre,Lefevre Durand:Durant Martin Bernard Dubois:Du_Bois Girard Rousseau Fournier Mercier
    Lambert Bonnet:Bonet François:Francois Roussel Garnier Faure Chevalier Gauthier:Gautier Perrin Morin Clément:Clement
    Renaud:Renault,Renauld Marchand Noël:Noel Barbier Arnaud:Arnault Caron Meunier Brunet Rivière:Riviere Besson
    Charpentier Delacroix:de_la_Croix Bréval:Breval
  `),
  brandWords: words(`
    Alpine Lorraine Rhodanienne Atlantique Méridionale Vosges Armor Jurassienne Bourgogne Artois Ardennes Picardie
  `),
  trades: trades(`
    Mécanique | Méca | Machinery
    Hydraulique || Machinery
    Emballages || Packaging
    Convoyeurs || Logistics
    Métallerie || Metal
    Chimie || Chemicals
    Laiterie || Food
    Fonderie || Metal
    Automatismes || Electrical
    Plasturgie || Plastics
    Papeterie || Paper
    Robinetterie || Machinery
  `),
  legalForms: [
    ['SARL', 'S.A.R.L.', 'Sarl', ''],
    ['SAS', 'S.A.S.', ''],
    ['SA', 'S.A.', ''],
    ['EURL', 'E.U.R.L.', ''],
  ],
  familyPatterns: ['Établissements {s}', '{s}', '{s} et Fils', '{s} & {o}', 'Société {s}'],
  vat: 'FR###########',
  roles: lines(`
    Directeur général
    Responsable achats
    Responsable maintenance
    Directeur technique
    Acheteur
    Comptabilité
    Chef de projet
    Responsable de production
    Assistante de direction
  `),
};
